package org.fixtrail.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fixtrail.domain.clock.ClockChange.PAUSED;
import static org.fixtrail.domain.clock.ClockChange.RECOMPUTED;
import static org.fixtrail.domain.clock.ClockChange.STARTED;
import static org.fixtrail.domain.clock.ClockChange.WARNED;
import static org.fixtrail.domain.clock.ClockFixture.aDetectedFailureWithATarget;
import static org.fixtrail.domain.clock.ClockFixture.at;
import static org.fixtrail.domain.clock.ClockFixture.what;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fixtrail.domain.failure.TransitionFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shares of the period and times before its end, each told once. The target has 100 hours. */
class WarningsTest {
    private final ClockFixture failure = aDetectedFailureWithATarget();

    private void warnAt(List<Integer> shares, Integer... hoursBefore) {
        failure.warnings = new WarningPlan(shares, List.of(hoursBefore));
    }

    @Test
    void each_point_is_told_once_and_the_clock_wakes_for_the_next_alone() {
        warnAt(List.of(50, 80), 24, 2);
        failure.refresh(1);
        List<Double> points = List.of(50.0, 76.0, 80.0, 98.0);

        for (double point : points) {
            assertThat(failure.clock().dueAt()).isEqualTo(at(point));
            assertThat(what(failure.refresh(point))).containsExactly(WARNED);
            assertThat(failure.refresh(point + 0.5)).isEmpty();
        }
        assertThat(failure.clock().dueAt()).isEqualTo(at(100));
    }

    @Test
    void a_warning_says_which_one_it_is() {
        warnAt(List.of(50), 1);
        failure.refresh(1);

        assertThat(failure.refresh(50).get(0).reason()).isEqualTo("50 % of the time is over");
        assertThat(failure.refresh(99).get(0).reason()).isEqualTo("1 hour before the end");
    }

    @Test
    void of_points_that_have_passed_when_the_clock_starts_the_latest_alone_is_told() {
        warnAt(List.of(10, 50, 80), 90, 24);

        List<ClockEvent> events = failure.refresh(77);

        assertThat(what(events)).containsExactly(STARTED, WARNED);
        assertThat(events.get(1).reason()).startsWith("24 hours before the end");
        assertThat(failure.clock().dueAt()).isEqualTo(at(80));
    }

    @Test
    void a_time_before_the_end_that_lies_before_the_start_is_none() {
        warnAt(List.of(80), 100, 2_160);
        failure.refresh(0);

        assertThat(failure.clock().terms().warnings())
                .extracting(WarningPoint::code)
                .containsExactly("80%");
    }

    @Test
    void a_deadline_that_moves_a_little_tells_no_point_again() {
        warnAt(List.of(50, 80));
        failure.refresh(1);
        failure.refresh(50);
        TransitionFact moved = failure.supersede(failure.facts.get(1), -0.5);
        assertThat(what(failure.refresh(51))).containsExactly(RECOMPUTED);
        failure.supersede(moved, 0.5);

        assertThat(what(failure.refresh(51))).doesNotContain(WARNED);
    }

    @Test
    void a_deadline_that_comes_earlier_tells_the_latest_point_it_passes() {
        warnAt(List.of(25, 50, 80));
        failure.refresh(1);
        failure.refresh(25);
        failure.target(50, at(-1), false);

        List<ClockEvent> events = failure.refresh(41);

        assertThat(what(events)).containsExactly(RECOMPUTED, WARNED);
        assertThat(events.get(1).reason()).startsWith("80 %");
        assertThat(failure.clock().dueAt()).isEqualTo(at(50));
    }

    @Test
    void a_deadline_that_moves_away_lets_its_points_be_told_when_they_come() {
        warnAt(List.of(50, 80));
        failure.refresh(1);
        failure.refresh(80);
        failure.target(200, at(-1), false);

        assertThat(what(failure.refresh(81))).containsExactly(RECOMPUTED);
        assertThat(failure.clock().warned()).isFalse();
        assertThat(what(failure.refresh(100))).containsExactly(WARNED);
    }

    @Test
    void a_pause_tells_nothing_again() {
        failure.target(new TargetTerms(100, TargetUnit.HOURS, TargetCounting.ELAPSED, PauseReason.THIRD_PARTY));
        warnAt(List.of(80), 24);
        failure.refresh(1);
        failure.refresh(76);
        failure.refresh(80);
        failure.pause(85, false);
        assertThat(what(failure.refresh(85))).containsExactly(PAUSED);
        failure.pause(200, true);

        assertThat(what(failure.refresh(200))).doesNotContain(WARNED);
        assertThat(failure.clock().dueAt()).isEqualTo(at(215));
    }

    @Test
    void other_points_tell_nothing_of_clocks_that_were_warned_later_and_the_latest_of_those_that_were_not() {
        failure.refresh(1);
        failure.refresh(80);
        warnAt(List.of(50, 75));
        assertThat(failure.refresh(81)).isEmpty();

        ClockFixture quiet = aDetectedFailureWithATarget();
        quiet.refresh(1);
        quiet.warnings = new WarningPlan(List.of(25, 50, 90), List.of());
        List<ClockEvent> events = quiet.refresh(60);
        assertThat(what(events)).containsExactly(WARNED);
        assertThat(events.get(0).reason()).startsWith("50 %");
        assertThat(quiet.clock().dueAt()).isEqualTo(at(90));
    }

    /** Whatever happens, no look tells two points, and no point is told twice under one deadline. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_history_floods_or_doubles(int seed) {
        Random random = new Random(seed);
        List<ClockEvent> all = new ArrayList<>();
        double hours = 0;
        for (int step = 0; step < 40; step++) {
            hours += random.nextInt(20) * 0.5;
            switch (random.nextInt(4)) {
                case 0 -> failure.target(20 + random.nextInt(400), at(-1), false);
                case 1 ->
                    failure.warnings = new WarningPlan(
                            List.of(1 + random.nextInt(99), 1 + random.nextInt(99)), List.of(1 + random.nextInt(100)));
                default -> {}
            }
            List<ClockEvent> events = failure.refresh(hours);
            assertThat(what(events).stream().filter(what -> what == WARNED).count())
                    .isLessThanOrEqualTo(1);
            assertThat(failure.refresh(hours)).isEmpty();
            all.addAll(events);
        }
        List<String> told = all.stream()
                .filter(event -> event.what() == WARNED)
                .map(event -> event.legalAt() + " " + event.reason())
                .collect(Collectors.toList());
        assertThat(told).doesNotHaveDuplicates();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void a_plan_has_a_share_and_bounds() {
        assertThat(new WarningPlan(List.of(80, 50, 80), List.of(2, 24)))
                .isEqualTo(new WarningPlan(List.of(50, 80), List.of(24, 2)));
        assertThat(new WarningPlan(List.of(50, 80), List.of(24, 2)).words())
                .isEqualTo("50, 80 % of the time; 24, 2 hours before the end");
        for (WarningPlanArguments wrong : List.of(
                new WarningPlanArguments(List.of(), List.of(24)),
                new WarningPlanArguments(List.of(0), List.of()),
                new WarningPlanArguments(List.of(100), List.of()),
                new WarningPlanArguments(List.of(1, 2, 3, 4, 5, 6), List.of()),
                new WarningPlanArguments(List.of(1), List.of(1, 2, 3, 4, 5, 6)),
                new WarningPlanArguments(List.of(1), List.of(2_161)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WarningPlan(wrong.shares, wrong.hours));
        }
    }

    private record WarningPlanArguments(List<Integer> shares, List<Integer> hours) {}
}
