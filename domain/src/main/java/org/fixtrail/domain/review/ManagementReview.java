package org.fixtrail.domain.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** One entry of a management review; the latest is what holds. The first entry has the review's own id. */
@Entity
@Table(name = "management_review")
public class ManagementReview extends Act {
    @Column(name = "management_review_id")
    private UUID reviewId;

    @Column(name = "entry")
    private int entry;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "to_at")
    private Instant to;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "figures")
    private String figures;

    @Column(name = "earlier")
    private String earlier;

    @Column(name = "context")
    private String context;

    @Column(name = "participants")
    private String participants;

    @Column(name = "decisions")
    private String decisions;

    @Column(name = "closed")
    private boolean closed;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected ManagementReview() {}

    private ManagementReview(
            UUID id,
            UUID reviewId,
            int entry,
            Instant from,
            Instant to,
            @Nullable UUID systemId,
            ReviewContent said,
            boolean closed,
            String reason) {
        super(id);
        this.reviewId = reviewId;
        this.entry = entry;
        this.from = Moments.toMicros(from);
        this.to = Moments.toMicros(to);
        this.systemId = systemId;
        this.figures = said.figures();
        this.earlier = ReviewContent.earlierText(said.earlier());
        this.context = said.context();
        this.participants = CanonicalJson.write(said.participants());
        this.decisions = ReviewContent.decisionsText(said.decisions());
        this.closed = closed;
        this.reason = reason;
    }

    /**
     * Begins a review.
     *
     * @param from first moment of the period that it looks at
     * @param to first moment after it
     * @param systemId one AI system alone, or null for all
     */
    public static ManagementReview first(Instant from, Instant to, @Nullable UUID systemId, ReviewContent said) {
        UUID id = UUID.randomUUID();
        return new ManagementReview(id, id, 1, from, to, systemId, said, false, "");
    }

    /**
     * The entry after this one, which holds in its place.
     *
     * @param close whether the review is closed with it; a closed one stays so
     * @param why the reason; needed once the review is closed
     */
    public ManagementReview next(ReviewContent said, boolean close, String why) {
        return new ManagementReview(
                UUID.randomUUID(), reviewId, entry + 1, from, to, systemId, said, closed || close, why);
    }

    /** The review, through all its entries. */
    public UUID reviewId() {
        return reviewId;
    }

    /** From 1, one more each time. */
    public int entry() {
        return entry;
    }

    public Instant from() {
        return from;
    }

    public Instant to() {
        return to;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public ReviewContent said() {
        return new ReviewContent(
                figures,
                ReviewContent.earlier(earlier),
                context,
                ReviewContent.names(participants),
                ReviewContent.decisions(decisions));
    }

    /** Whether the review is closed: it can then be superseded by a further entry alone. */
    public boolean closed() {
        return closed;
    }

    /** Why the entry was made; may be empty before the review is closed. */
    public String reason() {
        return reason;
    }

    @Override
    public ActType type() {
        return ActType.REVIEW_ENTERED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("reviewId", reviewId)
                .and("entry", entry)
                .and("from", from)
                .and("to", to)
                .and("systemId", systemId)
                .and("figures", figures)
                .and("earlier", earlier)
                .and("context", context)
                .and("participants", participants)
                .and("decisions", decisions)
                .and("closed", closed)
                .and("reason", reason)
                .map();
    }
}
