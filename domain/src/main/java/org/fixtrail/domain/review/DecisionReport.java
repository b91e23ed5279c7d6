package org.fixtrail.domain.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** Somebody says that what a review decided is done, or is not done after all; the latest report of a decision holds. */
@Entity
@Table(name = "review_decision")
public class DecisionReport extends Act {
    @Column(name = "management_review_id")
    private UUID reviewId;

    @Column(name = "review_decision_id")
    private UUID decisionId;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @Column(name = "note")
    private String note;

    @SuppressWarnings("NullAway.Init")
    protected DecisionReport() {}

    /**
     * @param doneAt when it was done; null if it is not done after all
     * @param note what was done, or why it is not; may be empty if it is done
     */
    public DecisionReport(UUID id, UUID reviewId, UUID decisionId, @Nullable Instant doneAt, String note) {
        super(id);
        this.reviewId = reviewId;
        this.decisionId = decisionId;
        this.doneAt = Moments.toMicrosOrNull(doneAt);
        this.note = note;
    }

    public UUID reviewId() {
        return reviewId;
    }

    public UUID decisionId() {
        return decisionId;
    }

    public @Nullable Instant doneAt() {
        return doneAt;
    }

    public String note() {
        return note;
    }

    @Override
    public ActType type() {
        return ActType.DECISION_REPORTED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("reviewId", reviewId)
                .and("decisionId", decisionId)
                .and("doneAt", doneAt)
                .and("note", note)
                .map();
    }
}
