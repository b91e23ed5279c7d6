package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** One obligation running on one cycle of a failure, as it stands now; its history is in {@link ClockEvent}. */
@Entity
@Table(name = "clock")
public class RunningClock {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "cycle")
    private int cycle;

    @Column(name = "target_id")
    private @Nullable UUID targetId;

    @Column(name = "rule_group")
    private @Nullable String ruleGroup;

    @Enumerated(EnumType.STRING)
    @Column(name = "place")
    private @Nullable Jurisdiction place;

    @Column(name = "round")
    private int round;

    @Column(name = "zone")
    private String zone;

    @Embedded
    private ClockTerms terms;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ClockState state;

    @Column(name = "warned")
    private boolean warned;

    @Column(name = "met_at")
    private @Nullable Instant metAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RunningClock() {}

    /** A clock that has not begun; {@link #follow} begins it. */
    @SuppressWarnings("NullAway.Init")
    public RunningClock(UUID id, UUID organisationId, UUID failureId, UUID systemId, ClockKey key, String zone) {
        this.id = id;
        this.organisationId = organisationId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.cycle = key.cycle();
        this.targetId = key.targetId();
        this.ruleGroup = key.group();
        this.place = key.place();
        this.round = key.round();
        this.zone = zone;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID failureId() {
        return failureId;
    }

    public UUID systemId() {
        return systemId;
    }

    public int cycle() {
        return cycle;
    }

    /** The organisation's own target; null for a rule. */
    public @Nullable UUID targetId() {
        return targetId;
    }

    /** Which clock of its failure it is. */
    public ClockKey key() {
        return new ClockKey(cycle, targetId, ruleGroup, place, round);
    }

    /** Whether a rule of law, standard or code runs it; otherwise a target does. */
    public boolean isOfRule() {
        return ruleGroup != null;
    }

    /** Whose addressee gets the report; null for a target, or where nobody has said. */
    public @Nullable Jurisdiction place() {
        return place;
    }

    public String zone() {
        return zone;
    }

    public ClockTerms terms() {
        return terms;
    }

    public String obligation() {
        return terms.obligation();
    }

    public Severity severity() {
        return terms.severity();
    }

    public Instant startedAt() {
        return deadline().startedAt();
    }

    public Instant legalAt() {
        return deadline().legalAt();
    }

    public ClockState state() {
        return state;
    }

    public boolean warned() {
        return warned;
    }

    public @Nullable Instant metAt() {
        return metAt;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    /** When it starts, warns and ends. */
    public Deadline deadline() {
        return terms.deadline();
    }

    /**
     * Becomes what the facts say that it is now.
     *
     * @return what happened to it, in order; empty when nothing did
     */
    public List<ClockEvent> follow(PlannedClock plan, Instant now) {
        List<ClockEvent> events = new ArrayList<>();
        if (state == null) {
            terms = plan.terms();
            state = ClockState.RUNNING;
            events.add(event(ClockChange.STARTED, obligation()));
        } else if (plan.state() != ClockState.VOID) {
            recompute(plan, now).ifPresent(events::add);
        }
        move(plan, events);
        if (state == ClockState.RUNNING && !warned && !now.isBefore(deadline().warnAt())) {
            warned = true;
            events.add(event(ClockChange.WARNED, plan.reason()));
        }
        dueAt = due(plan);
        return events;
    }

    private Optional<ClockEvent> recompute(PlannedClock plan, Instant now) {
        ClockTerms before = terms;
        if (plan.terms().equals(before)) {
            return Optional.empty();
        }
        terms = plan.terms();
        if (terms.deadline().equals(before.deadline())) {
            return Optional.empty();
        }
        warned = warned && !now.isBefore(deadline().warnAt());
        if (state == ClockState.BREACHED && plan.state() == ClockState.RUNNING) {
            state = ClockState.RUNNING;
        }
        return Optional.of(event(
                ClockChange.RECOMPUTED,
                whatChanged(before) + "the deadline moves from "
                        + Moments.text(before.deadline().legalAt()) + " to " + Moments.text(legalAt())));
    }

    private String whatChanged(ClockTerms before) {
        if (isOfRule()) {
            return Objects.equals(terms.ruleId(), before.ruleId())
                    ? "the start or the rule changed: "
                    : terms.ruleId() + " governs in place of " + before.ruleId() + ": ";
        }
        return terms.startRow().equals(before.startRow()) ? "the target changed: " : "the start changed: ";
    }

    private void move(PlannedClock plan, List<ClockEvent> events) {
        if (plan.state() == state && Objects.equals(plan.metAt(), metAt)) {
            return;
        }
        boolean breachedBefore = state == ClockState.BREACHED || state == ClockState.MET_LATE;
        boolean late = plan.state() == ClockState.BREACHED || plan.state() == ClockState.MET_LATE;
        if (wasEnded() && plan.state() != ClockState.VOID) {
            resume(plan, breachedBefore && late, events);
        }
        metAt = plan.metAt();
        if (late && !breachedBefore) {
            enter(ClockState.BREACHED, ClockChange.BREACHED, plan.reason(), events);
        }
        if (plan.state() != state) {
            enter(plan.state(), changeInto(plan.state()), plan.reason(), events);
        }
    }

    private boolean wasEnded() {
        return state == ClockState.VOID || state == ClockState.MET || state == ClockState.MET_LATE;
    }

    /** A breach of before that still is one is not told twice. */
    private void resume(PlannedClock plan, boolean stillBreached, List<ClockEvent> events) {
        metAt = null;
        enter(stillBreached ? ClockState.BREACHED : ClockState.RUNNING, ClockChange.RESUMED, plan.reason(), events);
    }

    private void enter(ClockState next, ClockChange change, String reason, List<ClockEvent> events) {
        state = next;
        events.add(event(change, reason));
    }

    private static ClockChange changeInto(ClockState state) {
        return switch (state) {
            case RUNNING -> ClockChange.RESUMED;
            case OVERDUE_STRICT -> ClockChange.OVERDUE;
            case BREACHED -> ClockChange.BREACHED;
            case MET -> ClockChange.MET;
            case MET_LATE -> ClockChange.MET_LATE;
            case VOID -> ClockChange.VOIDED;
        };
    }

    private @Nullable Instant due(PlannedClock plan) {
        return switch (state) {
            case RUNNING -> warned ? deadline().strictAt() : deadline().warnAt();
            case OVERDUE_STRICT -> legalAt();
            case VOID -> plan.recheckAt();
            case BREACHED, MET, MET_LATE -> null;
        };
    }

    private ClockEvent event(ClockChange what, String reason) {
        return new ClockEvent(
                UUID.randomUUID(),
                id,
                failureId,
                systemId,
                what,
                obligation(),
                deadline(),
                state,
                metAt,
                reason,
                terms.basisText());
    }
}
