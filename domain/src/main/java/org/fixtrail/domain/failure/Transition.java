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

    private Transition(Failure of, int cycle, Stage stage, Instant occurredAt, StageDetails details) {
        super(UUID.randomUUID());
        this.failureId = of.id();
        this.systemId = of.systemId();
        this.cycle = cycle;
        this.stage = stage;
        this.occurredAt = Moments.toMicros(occurredAt);
        this.details = details;
    }

    /** What somebody asked for and the lifecycle allows. */
    public static Transition allowed(Failure of, MoveRequest request, Decision.Allowed allowed) {
        Transition moved =
                new Transition(of, allowed.cycle(), allowed.stage(), request.occurredAt(), allowed.details());
        moved.lateReason = request.lateReason();
        moved.proposal = allowed.proposal();
        moved.confirms = request.confirms();
        moved.supersedes = request.supersedes();
        return moved;
    }

    /** The first occurrence of a cycle. */
    public static Transition emerged(Failure of, int cycle, Instant at, StageDetails details) {
        return new Transition(of, cycle, Stage.EMERGED, at, details);
    }

    /** A stage of history that is brought in from elsewhere. */
    public static Transition imported(Failure of, Stage stage, Instant at, StageDetails details) {
        Transition imported = new Transition(of, 1, stage, at, details);
        imported.imported = true;
        return imported;
    }

    /**
     * The earliest time at which a stage was reached, when merges are counted in.
     *
     * @param replaces the transition in whose place it comes, or null if there was none
     */
    static Transition earliest(
            Failure of,
            int cycle,
            Stage stage,
            Instant at,
            StageDetails details,
            @Nullable UUID replaces,
            String reason) {
        Transition earliest = new Transition(of, cycle, stage, at, details);
        earliest.lateReason = reason;
        earliest.supersedes = replaces;
        return earliest;
    }

    /** Takes a transition back and puts nothing in its place. */
    public static Transition retraction(Failure of, TransitionFact taken, Instant at, String reason) {
        Transition retraction = new Transition(of, taken.cycle(), taken.stage(), at, StageDetails.NONE);
        retraction.lateReason = reason;
        retraction.supersedes = taken.id();
        retraction.retraction = true;
        return retraction;
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
