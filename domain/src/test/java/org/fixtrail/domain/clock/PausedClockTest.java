package org.fixtrail.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.clock.ClockChange.BREACHED;
import static org.fixtrail.domain.clock.ClockChange.MET;
import static org.fixtrail.domain.clock.ClockChange.PAUSED;
import static org.fixtrail.domain.clock.ClockChange.RECOMPUTED;
import static org.fixtrail.domain.clock.ClockChange.RESUMED;
import static org.fixtrail.domain.clock.ClockChange.STARTED;
import static org.fixtrail.domain.clock.ClockChange.VOIDED;
import static org.fixtrail.domain.clock.ClockChange.WARNED;
import static org.fixtrail.domain.clock.ClockFixture.aDetectedFailureWithATarget;
import static org.fixtrail.domain.clock.ClockFixture.at;
import static org.fixtrail.domain.clock.ClockFixture.what;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pauses move the deadline by exactly what they last, and nothing else does. */
class PausedClockTest {
    private static final WorkingTime OFFICE = new WorkingTime(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            ZoneOffset.UTC,
            HolidayCalendar.NONE);

    private final ClockFixture failure = aPausableFailure();

    /** A target of 100 hours from detection to deployment that may wait for a third party. */
    private static ClockFixture aPausableFailure() {
        ClockFixture failure = aDetectedFailureWithATarget();
        failure.target(terms(100, PauseReason.THIRD_PARTY));
        return failure;
    }

    private static TargetTerms terms(int hours, PauseReason pauseFor) {
        return new TargetTerms(hours, TargetUnit.HOURS, TargetCounting.ELAPSED, pauseFor);
    }

    @Test
    void a_pause_stops_the_clock_and_its_end_moves_the_deadline_by_as_long() {
        failure.refresh(1);
        failure.pause(10, false);
        List<ClockEvent> paused = failure.refresh(10);
        assertThat(what(paused)).containsExactly(PAUSED);
        assertThat(paused.get(0).reason())
                .isEqualTo("waiting for a third party (Acme Models) since 2026-03-02T18:00:00.000000Z");
        assertThat(failure.clock().state()).isEqualTo(ClockState.PAUSED);
        assertThat(failure.clock().dueAt()).as("nothing happens by itself").isNull();
        assertThat(failure.refresh(500)).isEmpty();

        failure.pause(500.5, true);
        List<ClockEvent> resumed = failure.refresh(500.5);

        assertThat(what(resumed)).containsExactly(RECOMPUTED, RESUMED);
        assertThat(resumed.get(0).reason()).startsWith("the pause ended: the deadline moves from");
        assertThat(failure.clock().legalAt()).isEqualTo(at(590.5));
        assertThat(failure.clock().dueAt()).isEqualTo(at(570.5));
        assertThat(failure.clock().terms().targetBasis().orElseThrow().steps())
                .containsExactly(
                        "100 hours from 08:00 on Monday 2 March 2026, as time passes",
                        "not counted from 18:00 on Monday 2 March 2026 to 04:30 on Monday 23 March 2026,"
                                + " waiting for a third party (Acme Models): 490 hours 30 minutes",
                        "it ends at 22:30 on Thursday 26 March 2026");
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "AUTHORITY"})
    void a_pause_for_another_reason_than_the_target_allows_changes_nothing(PauseReason other) {
        failure.refresh(1);
        failure.pause(other, 10, false);

        assertThat(failure.refresh(10)).isEmpty();
        assertThat(what(failure.refresh(101))).contains(BREACHED);
    }

    @Test
    void a_target_that_allows_no_pause_is_never_paused() {
        ClockFixture strict = aDetectedFailureWithATarget();
        strict.refresh(1);
        strict.pause(10, false);

        assertThat(strict.refresh(10)).isEmpty();
    }

    @Test
    void a_clock_that_is_over_cannot_be_paused_away_even_if_nobody_saw_yet_that_it_is() {
        failure.refresh(1);
        failure.pause(100.5, false);

        assertThat(what(failure.refresh(101))).containsExactly(BREACHED);
        failure.pause(150, true);
        assertThat(failure.refresh(150)).isEmpty();
        assertThat(failure.clock().legalAt()).isEqualTo(at(100));
    }

    @Test
    void an_end_of_the_pause_that_lay_earlier_than_it_was_noted_may_find_the_deadline_missed() {
        failure.refresh(1);
        failure.pause(90, false);
        failure.refresh(90);
        failure.pause(95, true);

        assertThat(what(failure.refresh(200))).containsExactly(RECOMPUTED, BREACHED);
        assertThat(failure.clock().legalAt()).isEqualTo(at(105));
    }

    @Test
    void the_stage_reached_while_the_clock_stands_still_meets_it() {
        failure.refresh(1);
        failure.pause(90, false);
        failure.refresh(90);
        failure.record(1, Stage.DEPLOYED, 300);

        assertThat(what(failure.refresh(300))).containsExactly(RECOMPUTED, MET);
        assertThat(failure.clock().legalAt()).isEqualTo(at(310));
        failure.pause(400, true);
        assertThat(failure.refresh(400)).as("what is met keeps its deadline").isEmpty();
    }

    @Test
    void an_ending_while_the_clock_stands_still_voids_it() {
        failure.refresh(1);
        failure.pause(90, false);
        failure.refresh(90);
        failure.record(1, Stage.RETIRED, 300);

        assertThat(what(failure.refresh(300))).containsExactly(VOIDED);
    }

    @Test
    void a_clock_that_starts_within_a_pause_counts_from_its_end() {
        failure.pause(-0.5, false);
        assertThat(what(failure.refresh(1))).containsExactly(STARTED, PAUSED);
        failure.pause(20, true);
        failure.refresh(20);

        assertThat(failure.clock().legalAt()).isEqualTo(at(120));
    }

    @Test
    void a_start_that_turns_out_earlier_may_put_the_deadline_before_the_pause() {
        failure.revisions.clear();
        failure.add(new Target(
                UUID.randomUUID(),
                ClockFixture.TARGET,
                Severity.HIGH,
                null,
                Stage.DETECTED,
                Stage.DEPLOYED,
                terms(100, PauseReason.THIRD_PARTY),
                at(-50),
                false));
        failure.refresh(1);
        failure.pause(90, false);
        failure.refresh(90);
        failure.supersede(failure.facts.get(1), -20);

        assertThat(what(failure.refresh(91))).containsExactly(RECOMPUTED, BREACHED);
        assertThat(failure.clock().legalAt()).isEqualTo(at(80));
    }

    @Test
    void pauses_of_working_time_count_working_time_alone() {
        failure.working(OFFICE);
        failure.target(new TargetTerms(3, TargetUnit.DAYS, TargetCounting.WORKING_TIME, PauseReason.THIRD_PARTY));
        failure.refresh(1);
        assertThat(failure.clock().legalAt()).isEqualTo("2026-03-04T17:00:00Z");
        failure.pause(6, false); // 14:00 on Monday
        failure.refresh(6);
        failure.pause(30, true); // 14:00 on Tuesday

        failure.refresh(30);

        assertThat(failure.clock().legalAt()).isEqualTo("2026-03-05T17:00:00Z");
        assertThat(failure.clock().obligation()).isEqualTo("High: Detected to Deployed within 3 working days");
        assertThat(failure.clock().terms().targetBasis().orElseThrow().steps())
                .containsExactly(
                        "3 working days from 08:00 on Monday 2 March 2026, counted while the organisation works: Monday to"
                                + " Friday from 09:00 to 17:00 (Z); a day has 8 hours",
                        "not counted from 14:00 on Monday 2 March 2026 to 14:00 on Tuesday 3 March 2026, waiting for a"
                                + " third party (Acme Models): 8 hours of working time",
                        "it ends at 17:00 on Thursday 5 March 2026");
    }

    @Test
    void four_fifths_of_working_time_are_told_in_working_time() {
        failure.working(OFFICE);
        failure.target(new TargetTerms(5, TargetUnit.DAYS, TargetCounting.WORKING_TIME, null));
        failure.refresh(1);

        assertThat(failure.clock().dueAt()).isEqualTo("2026-03-05T17:00:00Z");
        assertThat(what(failure.refresh(81))).containsExactly(WARNED);
        assertThat(failure.clock().dueAt()).isEqualTo("2026-03-06T17:00:00Z");
    }

    @Test
    void another_working_time_moves_open_clocks_and_leaves_what_was_met_or_missed() {
        failure.working(OFFICE);
        failure.target(new TargetTerms(2, TargetUnit.DAYS, TargetCounting.WORKING_TIME, null));
        failure.refresh(1);
        failure.working(new WorkingTime(
                EnumSet.of(DayOfWeek.MONDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                ZoneOffset.UTC,
                HolidayCalendar.NONE));
        List<ClockEvent> moved = failure.refresh(2);
        assertThat(what(moved)).containsExactly(RECOMPUTED);
        assertThat(moved.get(0).reason()).startsWith("the working time changed: ");
        assertThat(failure.clock().legalAt()).isEqualTo("2026-03-09T17:00:00Z");

        failure.refresh(200);
        assertThat(failure.clock().state()).isEqualTo(ClockState.BREACHED);
        failure.working(OFFICE);
        assertThat(failure.refresh(201)).isEmpty();
        assertThat(failure.clock().legalAt()).isEqualTo("2026-03-09T17:00:00Z");
    }

    /** Against a reference that walks from minute to minute and stops counting while a pause lasts. */
    @ParameterizedTest
    @MethodSource("seeds")
    void the_end_is_that_of_the_minutes_one_by_one(int seed) {
        Random random = new Random(seed);
        boolean works = random.nextBoolean();
        ClockFixture other = aDetectedFailureWithATarget();
        other.working(OFFICE);
        int hours = 1 + random.nextInt(60);
        other.target(new TargetTerms(
                hours,
                TargetUnit.HOURS,
                works ? TargetCounting.WORKING_TIME : TargetCounting.ELAPSED,
                PauseReason.THIRD_PARTY));
        double at = 0;
        for (int i = 0; i < 6; i++) {
            at += random.nextInt(40) * 0.5;
            other.pause(at, i % 2 == 1);
        }
        List<Pause> pauses = PauseHistory.of(other.pauses).pauses();

        Instant end = other.plan(at).get(0).deadline().legalAt();

        assertThat(end).isEqualTo(minuteByMinute(works, pauses, hours * 60));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static Instant minuteByMinute(boolean works, List<Pause> pauses, int length) {
        Instant minute = ClockFixture.DETECTED_AT;
        int counted = 0;
        while (true) {
            Instant shown = minute;
            boolean paused =
                    pauses.stream().anyMatch(pause -> !shown.isBefore(pause.from()) && shown.isBefore(pause.until()));
            int day = shown.atZone(ZoneOffset.UTC).getDayOfWeek().getValue();
            int hour = shown.atZone(ZoneOffset.UTC).getHour();
            if (!paused && (!works || day <= 5 && hour >= 9 && hour < 17)) {
                counted++;
            }
            minute = minute.plus(Duration.ofMinutes(1));
            if (counted == length) {
                return minute;
            }
        }
    }
}
