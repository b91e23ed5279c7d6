package org.fixtrail.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/** One failure whose transitions, targets and clocks a test builds up step by step. Hours count from {@link #DETECTED_AT}. */
final class ClockFixture {
    static final Instant DETECTED_AT = Instant.parse("2026-03-02T08:00:00Z");
    static final UUID ORGANISATION = new UUID(1, 1);
    static final UUID FAILURE = new UUID(2, 2);
    static final UUID SYSTEM = new UUID(3, 3);
    static final UUID TARGET = new UUID(4, 4);

    final List<TransitionFact> facts = new ArrayList<>();
    final List<Target> revisions = new ArrayList<>();
    final List<RunningClock> clocks = new ArrayList<>();
    final List<ClockPause> pauses = new ArrayList<>();
    final List<HeldTime> workingTimes = new ArrayList<>();
    Severity severity = Severity.HIGH;
    WarningPlan warnings = WarningPlan.DEFAULT;
    private long leaf;

    /** Detected, with a target of 100 hours from detection to deployment: warning at 80. */
    static ClockFixture aDetectedFailureWithATarget() {
        ClockFixture failure = new ClockFixture();
        failure.record(1, Stage.EMERGED, -24);
        failure.record(1, Stage.DETECTED, 0);
        failure.target(100, at(-1), false);
        return failure;
    }

    static Instant at(double hours) {
        return DETECTED_AT.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    TransitionFact record(int cycle, Stage stage, double hours) {
        return add(cycle, stage, hours, StageDetails.NONE, false, null, null, false);
    }

    TransitionFact record(int cycle, Stage stage, double hours, StageDetails details) {
        return add(cycle, stage, hours, details, false, null, null, false);
    }

    TransitionFact propose(Stage stage, double hours) {
        return add(1, stage, hours, StageDetails.NONE, true, null, null, false);
    }

    TransitionFact confirm(TransitionFact proposal, double hours) {
        return add(1, proposal.stage(), hours, proposal.details(), false, proposal.id(), null, false);
    }

    TransitionFact supersede(TransitionFact old, double hours) {
        return add(old.cycle(), old.stage(), hours, old.details(), false, null, old.id(), false);
    }

    void retract(TransitionFact old) {
        add(old.cycle(), old.stage(), 0, StageDetails.NONE, false, null, old.id(), true);
    }

    private TransitionFact add(
            int cycle,
            Stage stage,
            double hours,
            StageDetails details,
            boolean proposal,
            @Nullable UUID confirms,
            @Nullable UUID supersedes,
            boolean retraction) {
        TransitionFact fact = new TransitionFact(
                UUID.randomUUID(),
                FAILURE,
                cycle,
                stage,
                at(hours),
                at(hours),
                leaf++,
                Actor.SERVER,
                details,
                proposal,
                confirms,
                supersedes,
                retraction,
                false);
        facts.add(fact);
        return fact;
    }

    void target(int hours, Instant validFrom, boolean ended) {
        target(TARGET, Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, hours, validFrom, ended);
    }

    Target target(UUID targetId, Severity of, Stage from, Stage to, int hours, Instant validFrom, boolean ended) {
        TargetTerms terms = TargetTerms.elapsed(hours, TargetUnit.HOURS);
        return add(new Target(UUID.randomUUID(), targetId, of, null, from, to, terms, validFrom, ended));
    }

    /** The next revision of {@link #TARGET}. */
    Target target(TargetTerms terms) {
        return add(new Target(
                UUID.randomUUID(), TARGET, Severity.HIGH, null, Stage.DETECTED, Stage.DEPLOYED, terms, at(-1), false));
    }

    Target add(Target target) {
        target.seal(ORGANISATION, leaf++, target.validFrom(), Actor.SERVER);
        revisions.add(target);
        return target;
    }

    void pause(double hours, boolean resumed) {
        pause(PauseReason.THIRD_PARTY, hours, resumed);
    }

    void pause(PauseReason reason, double hours, boolean resumed) {
        pauses.add(new ClockPause(
                UUID.randomUUID(), FAILURE, SYSTEM, 1, reason, resumed, "Acme Models", at(hours), "asked by mail"));
    }

    void working(WorkingTime time) {
        workingTimes.add(new HeldTime(UUID.randomUUID(), time));
    }

    List<PlannedClock> plan(double hours) {
        Timeline timeline = Timeline.of(facts, at(hours), Long.MAX_VALUE);
        return ClockPlan.of(
                new TargetCase(timeline, severity, SYSTEM, PauseHistory.of(pauses)),
                TargetBook.of(revisions, workingTimes, warnings),
                ZoneOffset.UTC,
                clocks,
                at(hours));
    }

    /** Brings all clocks up to date, as the server does after each fact and at each due time. */
    List<ClockEvent> refresh(double hours) {
        List<ClockEvent> events = new ArrayList<>();
        for (PlannedClock planned : plan(hours)) {
            events.addAll(clockOf(planned).follow(planned, at(hours)));
        }
        return events;
    }

    private RunningClock clockOf(PlannedClock planned) {
        return clocks.stream()
                .filter(clock -> clock.key().equals(planned.key()))
                .findFirst()
                .orElseGet(() -> {
                    RunningClock clock = new RunningClock(
                            UUID.randomUUID(), ORGANISATION, FAILURE, SYSTEM, planned.key(), "Europe/Paris");
                    clocks.add(clock);
                    return clock;
                });
    }

    RunningClock clock() {
        return clocks.get(0);
    }

    static List<ClockChange> what(List<ClockEvent> events) {
        return events.stream().map(ClockEvent::what).toList();
    }
}
