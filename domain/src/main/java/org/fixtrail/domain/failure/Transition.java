package org.fixtrail.domain.failure;

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

/** A recorded transition; see {@link TransitionFact}. */
@Entity
@Table(name = "transition")
public class Transition extends Act {
    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "cycle")
    private int cycle;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private Stage stage;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "details")
    private StageDetails details;

    @Column(name = "late_reason")
    private @Nullable String lateReason;

    @Column(name = "proposal")
    private boolean proposal;

    @Column(name = "confirms")
    private @Nullable UUID confirms;

    @Column(name = "supersedes")
    private @Nullable UUID supersedes;

    @Column(name = "retraction")
    private boolean retraction;

    @Column(name = "imported")
    private boolean imported;

    @SuppressWarnings("NullAway.Init")
    protected Transition() {}

    public Transition(
            UUID id,
            UUID failureId,
            UUID systemId,
            int cycle,
            Stage stage,
            Instant occurredAt,
            StageDetails details,
            @Nullable String lateReason,
            boolean proposal,
            @Nullable UUID confirms,
            @Nullable UUID supersedes,
            boolean retraction,
            boolean imported) {
        super(id);
        this.failureId = failureId;
        this.systemId = systemId;
        this.cycle = cycle;
        this.stage = stage;
        this.occurredAt = Moments.toMicros(occurredAt);
        this.details = details;
        this.lateReason = lateReason;
        this.proposal = proposal;
        this.confirms = confirms;
        this.supersedes = supersedes;
        this.retraction = retraction;
        this.imported = imported;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public int cycle() {
        return cycle;
    }

    public Stage stage() {
        return stage;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public StageDetails details() {
        return details;
    }

    public @Nullable String lateReason() {
        return lateReason;
    }

    public boolean proposal() {
        return proposal;
    }

    public @Nullable UUID confirms() {
        return confirms;
    }

    public @Nullable UUID supersedes() {
        return supersedes;
    }

    public boolean retraction() {
        return retraction;
    }

    public boolean imported() {
        return imported;
    }

    @Override
    public ActType type() {
        return ActType.TRANSITION_RECORDED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("failureId", failureId)
                .and("systemId", systemId)
                .and("cycle", cycle)
                .and("stage", stage)
                .and("occurredAt", occurredAt)
                .and("details", details)
                .and("lateReason", lateReason)
                .and("proposal", proposal)
                .and("confirms", confirms)
                .and("supersedes", supersedes)
                .and("retraction", retraction)
                .and("imported", imported)
                .map();
    }

    public TransitionFact fact() {
        return new TransitionFact(
                id(),
                failureId,
                cycle,
                stage,
                occurredAt,
                recordedAt(),
                leaf(),
                actor(),
                details,
                proposal,
                confirms,
                supersedes,
                retraction,
                imported);
    }
}
