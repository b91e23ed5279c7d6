package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** How one clock becomes what its plan says: where it stands afterwards, and what happened to it on the way, in order. */
final class ClockStep {
    private final RunningClock clock;
    private final PlannedClock plan;
    private final Instant now;
    private final List<ClockEvent> events = new ArrayList<>();
    private ClockTerms terms;
    private ClockState state;
    private ToldWarnings told;
    private @Nullable Instant metAt;

    private ClockStep(RunningClock clock, PlannedClock plan, ClockTerms terms, ClockState state, Instant now) {
        this.clock = clock;
        this.plan = plan;
        this.terms = terms;
        this.state = state;
        this.told = clock.told();
        this.metAt = clock.metAt();
        this.now = now;
    }

    /** A clock that begins. */
    static ClockStep first(RunningClock clock, PlannedClock plan, Instant now) {
        ClockStep step = new ClockStep(clock, plan, plan.terms(), ClockState.RUNNING, now);
        step.add(ClockChange.STARTED, plan.terms().obligation());
        return step.taken();
    }

    /** A clock that has begun. */
    static ClockStep next(RunningClock clock, PlannedClock plan, Instant now) {
        ClockStep step = new ClockStep(clock, plan, clock.terms(), clock.state(), now);
        if (plan.state() != ClockState.VOID) {
            step.recompute();
        }
        return step.taken();
    }

    private ClockStep taken() {
        move();
        if (state == ClockState.RUNNING) {
            warn();
        }
        return this;
    }

    private void recompute() {
        ClockTerms before = terms;
        terms = plan.terms();
        if (terms.deadline().endsAs(before.deadline())) {
            return;
        }
        told = told.after(terms.warnings(), now);
        if (state == ClockState.BREACHED && (plan.state() == ClockState.RUNNING || plan.state() == ClockState.PAUSED)) {
            state = ClockState.RUNNING;
        }
        add(
                ClockChange.RECOMPUTED,
                whatChanged(before) + "the deadline moves from "
                        + Moments.text(before.deadline().legalAt()) + " to "
                        + Moments.text(terms.deadline().legalAt()));
    }

    private String whatChanged(ClockTerms before) {
        if (clock.isOfRule()) {
            return Objects.equals(terms.ruleId(), before.ruleId())
                    ? "the start or the rule changed: "
                    : terms.ruleId() + " governs in place of " + before.ruleId() + ": ";
        }
        if (!terms.startRow().equals(before.startRow())) {
            return "the start changed: ";
        }
        if (!terms.ruleRow().equals(before.ruleRow())) {
            return "the target changed: ";
        }
        if (!workingTime(terms).equals(workingTime(before))) {
            return "the working time changed: ";
        }
        return state == ClockState.PAUSED ? "the pause ended: " : "the pauses or the holidays changed: ";
    }

    private static Optional<UUID> workingTime(ClockTerms of) {
        return of.targetBasis().map(TargetBasis::workingTime);
    }

    private void move() {
        if (plan.state() == state && Objects.equals(plan.metAt(), metAt)) {
            return;
        }
        boolean breachedBefore = state == ClockState.BREACHED || state == ClockState.MET_LATE;
        boolean late = plan.state() == ClockState.BREACHED || plan.state() == ClockState.MET_LATE;
        if (wasEnded() && plan.state() != ClockState.VOID) {
            resume(breachedBefore && late);
        }
        metAt = plan.metAt();
        if (late && !breachedBefore) {
            enter(ClockState.BREACHED, ClockChange.BREACHED, plan.reason());
        }
        if (plan.state() != state) {
            enter(plan.state(), changeInto(plan.state()), plan.reason());
        }
    }

    private boolean wasEnded() {
        return state == ClockState.VOID || state == ClockState.MET || state == ClockState.MET_LATE;
    }

    /** A breach of before that still is one is not told twice. */
    private void resume(boolean stillBreached) {
        metAt = null;
        enter(stillBreached ? ClockState.BREACHED : ClockState.RUNNING, ClockChange.RESUMED, plan.reason());
    }

    private static ClockChange changeInto(ClockState state) {
        return switch (state) {
            case RUNNING -> ClockChange.RESUMED;
            case PAUSED -> ClockChange.PAUSED;
            case OVERDUE_STRICT -> ClockChange.OVERDUE;
            case BREACHED -> ClockChange.BREACHED;
            case MET -> ClockChange.MET;
            case MET_LATE -> ClockChange.MET_LATE;
            case VOID -> ClockChange.VOIDED;
        };
    }

    private void warn() {
        told.news(terms.warnings(), now).ifPresent(point -> add(ClockChange.WARNED, point.words()));
        told = told.with(terms.warnings(), now);
    }

    private void enter(ClockState next, ClockChange change, String reason) {
        state = next;
        add(change, reason);
    }

    private void add(ClockChange what, String reason) {
        events.add(new ClockEvent(
                UUID.randomUUID(),
                clock.id(),
                clock.failureId(),
                clock.systemId(),
                what,
                terms.obligation(),
                terms.deadline(),
                state,
                metAt,
                reason,
                terms.basisText()));
    }

    List<ClockEvent> events() {
        return events;
    }

    ClockTerms terms() {
        return terms;
    }

    ClockState state() {
        return state;
    }

    ToldWarnings told() {
        return told;
    }

    @Nullable
    Instant metAt() {
        return metAt;
    }

    /** The next moment at which something happens to the clock by itself. */
    @Nullable
    Instant dueAt() {
        return switch (state) {
            case RUNNING -> nextWarning().orElse(terms.deadline().strictAt());
            case OVERDUE_STRICT -> terms.deadline().legalAt();
            case VOID -> plan.recheckAt();
            case PAUSED, BREACHED, MET, MET_LATE -> null;
        };
    }

    private Optional<Instant> nextWarning() {
        return terms.warnings().stream()
                .map(WarningPoint::at)
                .filter(at -> at.isAfter(now))
                .findFirst();
    }
}
