package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** A report that went to the addressee of a clock; or, with {@link #retracts}, one that is taken back. */
@Entity
@Table(name = "submission")
public class Submission extends Act {
    @Column(name = "clock_id")
    private UUID clockId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ReportKind kind;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "addressee")
    private String addressee;

    @Column(name = "reference")
    private String reference;

    @Column(name = "complete")
    private boolean complete;

    @Column(name = "note")
    private String note;

    @Column(name = "retracts")
    private @Nullable UUID retracts;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    /**
     * @param submittedAt when it went out
     * @param addressee to whom
     * @param reference the addressee's or the organisation's own number for it; may be empty
     * @param note what more is to be said; the reason, where it is taken back
     */
    public Submission(
            UUID id,
            RunningClock clock,
            ReportKind kind,
            Instant submittedAt,
            String addressee,
            String reference,
            boolean complete,
            String note,
            @Nullable UUID retracts) {
        super(id);
        this.clockId = clock.id();
        this.failureId = clock.failureId();
        this.systemId = clock.systemId();
        this.kind = kind;
        this.submittedAt = Moments.toMicros(submittedAt);
        this.addressee = addressee;
        this.reference = reference;
        this.complete = complete;
        this.note = note;
        this.retracts = retracts;
    }

    public UUID clockId() {
        return clockId;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public ReportKind kind() {
        return kind;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public String addressee() {
        return addressee;
    }

    public String reference() {
        return reference;
    }

    /** Whether it held all that the addressee asks for. */
    public boolean complete() {
        return complete;
    }

    public String note() {
        return note;
    }

    /** The submission that this one takes back, or null. */
    public @Nullable UUID retracts() {
        return retracts;
    }

    @Override
    public ActType type() {
        return ActType.REPORT_SUBMITTED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("clockId", clockId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("kind", kind)
                .and("submittedAt", submittedAt)
                .and("addressee", addressee)
                .and("reference", reference)
                .and("complete", complete)
                .and("note", note)
                .and("retracts", retracts)
                .map();
    }
}
