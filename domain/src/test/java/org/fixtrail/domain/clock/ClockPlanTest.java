package org.fixtrail.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.clock.ClockFixture.aDetectedFailureWithATarget;
import static org.fixtrail.domain.clock.ClockFixture.at;
import static org.fixtrail.domain.clock.ClockFixture.what;
import static org.fixtrail.domain.clock.PauseReason.THIRD_PARTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of what decides a clock's state, against the rules written a second time as plain conditions. */
class ClockPlanTest {
    private static final double[] NOWS = {1, 79.9, 80, 99.9, 100, 100.1, 500};
    private static final double[] REACHED = {Double.NaN, 0, 50, 100, 100.1, 200};
    private static final double[] ENDED = {50, 100, 100.1, 200};

    record Case(double now, double reached, @Nullable Stage ending, double ended, boolean proposal, double validFrom) {
        boolean isReached() {
            return reached <= now;
        }

        boolean isEnded() {
            return ending != null && !proposal && ended <= now;
        }
    }

    @Test
    void a_new_clock_stands_where_the_rules_put_it_in_every_combination() {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(2_000);
        for (Case of : cases) {
            ClockFixture failure = failure(of);
            Optional<ClockState> state =
                    failure.plan(of.now()).stream().map(PlannedClock::state).findFirst();

            assertThat(state).as(of.toString()).isEqualTo(expected(of));
        }
    }

    @Test
    void a_running_clock_comes_to_the_same_state_as_a_new_one_or_is_void_where_none_would_start() {
        for (Case of : cases()) {
            ClockFixture failure = aDetectedFailureWithATarget();
            failure.refresh(0.5);
            ClockFixture facts = failure(of);
            failure.facts.addAll(facts.facts.subList(2, facts.facts.size()));
            failure.refresh(of.now());
            boolean voidByFacts = of.validFrom() > 0;

            assertThat(failure.clock().state())
                    .as(of.toString())
                    .isEqualTo(
                            expected(voidByFacts ? withValidFrom(of, -1) : of).orElse(ClockState.VOID));
        }
    }

    /** Over random histories: what must hold whatever happens, in whatever order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_history_doubles_an_event_or_loses_a_breach(int seed) {
        Random random = new Random(seed);
        ClockFixture failure = aDetectedFailureWithATarget();
        List<ClockEvent> all = new ArrayList<>();
        double hours = 0;
        for (int step = 0; step < 40; step++) {
            hours += random.nextInt(30) * 0.5;
            happen(failure, random, hours);
            all.addAll(failure.refresh(hours));
            assertThat(failure.refresh(hours))
                    .as("a second look changes nothing")
                    .isEmpty();
        }
        for (RunningClock clock : failure.clocks) {
            List<ClockEvent> own = all.stream()
                    .filter(event -> event.clockId().equals(clock.id()))
                    .toList();
            check(clock, own);
        }
    }

    private static void check(RunningClock clock, List<ClockEvent> events) {
        assertThat(events.get(0).what()).isEqualTo(ClockChange.STARTED);
        ClockEvent last = events.get(events.size() - 1);
        assertThat(last.state()).isEqualTo(clock.state());
        assertThat(last.legalAt()).isEqualTo(clock.legalAt());
        boolean breached = false;
        boolean warned = false;
        for (ClockEvent event : events) {
            ClockChange what = event.what();
            if (what == ClockChange.BREACHED) {
                assertThat(breached).as("breached twice: %s", what(events)).isFalse();
            }
            if (what == ClockChange.MET_LATE) {
                assertThat(breached)
                        .as("met late without a breach: %s", what(events))
                        .isTrue();
            }
            if (what == ClockChange.WARNED) {
                assertThat(warned).as("warned twice: %s", what(events)).isFalse();
            }
            breached = event.state() == ClockState.BREACHED || event.state() == ClockState.MET_LATE;
            warned = (warned || what == ClockChange.WARNED) && what != ClockChange.RECOMPUTED;
        }
    }

    private static void happen(ClockFixture failure, Random random, double hours) {
        Timeline timeline = Timeline.of(failure.facts, at(hours), Long.MAX_VALUE);
        List<TransitionFact> inForce = timeline.effective();
        int cycle = Math.max(1, timeline.cycle());
        switch (random.nextInt(11)) {
            case 0 -> failure.record(cycle, Stage.DEPLOYED, hours - random.nextInt(10));
            case 1 -> failure.record(cycle, Stage.DETECTED, hours - random.nextInt(10));
            case 2 -> failure.record(cycle, Stage.RETIRED, hours);
            case 3 -> failure.record(cycle, Stage.DISMISSED, hours);
            case 4 -> failure.target(10 + random.nextInt(150), at(-1), random.nextInt(4) == 0);
            case 7 ->
                failure.target(new TargetTerms(
                        10 + random.nextInt(150), TargetUnit.HOURS, TargetCounting.ELAPSED, THIRD_PARTY));
            case 8 -> failure.pause(hours, random.nextBoolean());
            case 5 -> failure.severity = random.nextBoolean() ? Severity.HIGH : Severity.LOW;
            case 6 -> {
                if (random.nextInt(4) == 0) {
                    failure.record(cycle + 1, Stage.DETECTED, hours);
                }
            }
            default -> {
                if (!inForce.isEmpty()) {
                    TransitionFact fact = inForce.get(random.nextInt(inForce.size()));
                    if (random.nextBoolean()) {
                        failure.retract(fact);
                    } else {
                        failure.supersede(fact, hours - random.nextInt(120));
                    }
                }
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static Optional<ClockState> expected(Case of) {
        if (of.validFrom() > 0) {
            return Optional.empty();
        }
        if (of.isReached()) {
            return Optional.of(of.reached() <= 100 ? ClockState.MET : ClockState.MET_LATE);
        }
        boolean owesNothing = of.ending() == Stage.DISMISSED || of.ending() == Stage.MERGED;
        if (of.isEnded() && (owesNothing || of.ended() <= 100)) {
            return Optional.empty();
        }
        return Optional.of(of.now() <= 100 ? ClockState.RUNNING : ClockState.BREACHED);
    }

    private static ClockFixture failure(Case of) {
        ClockFixture failure = aDetectedFailureWithATarget();
        failure.revisions.clear();
        failure.target(100, at(of.validFrom()), false);
        if (!Double.isNaN(of.reached())) {
            failure.record(1, Stage.DEPLOYED, of.reached());
        }
        Stage ending = of.ending();
        if (ending != null && of.proposal()) {
            failure.propose(ending, of.ended());
        } else if (ending != null) {
            failure.record(1, ending, of.ended());
        }
        return failure;
    }

    private static Case withValidFrom(Case of, double validFrom) {
        return new Case(of.now(), of.reached(), of.ending(), of.ended(), of.proposal(), validFrom);
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (double now : NOWS) {
            for (double reached : REACHED) {
                for (double validFrom : new double[] {-1, 0, 0.5}) {
                    cases.add(new Case(now, reached, null, 0, false, validFrom));
                    Stream.of(Stage.DISMISSED, Stage.MERGED, Stage.RISK_ACCEPTED, Stage.RETIRED)
                            .forEach(ending -> {
                                for (double ended : ENDED) {
                                    cases.add(new Case(now, reached, ending, ended, false, validFrom));
                                    cases.add(new Case(now, reached, ending, ended, true, validFrom));
                                }
                            });
                }
            }
        }
        return cases;
    }
}
