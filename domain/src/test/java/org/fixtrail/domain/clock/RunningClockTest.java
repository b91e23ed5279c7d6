package org.fixtrail.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.clock.ClockChange.BREACHED;
import static org.fixtrail.domain.clock.ClockChange.MET;
import static org.fixtrail.domain.clock.ClockChange.MET_LATE;
import static org.fixtrail.domain.clock.ClockChange.RECOMPUTED;
import static org.fixtrail.domain.clock.ClockChange.RESUMED;
import static org.fixtrail.domain.clock.ClockChange.STARTED;
import static org.fixtrail.domain.clock.ClockChange.VOIDED;
import static org.fixtrail.domain.clock.ClockChange.WARNED;
import static org.fixtrail.domain.clock.ClockFixture.aDetectedFailureWithATarget;
import static org.fixtrail.domain.clock.ClockFixture.at;
import static org.fixtrail.domain.clock.ClockFixture.what;

import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.TransitionFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunningClockTest {
    private final ClockFixture failure = aDetectedFailureWithATarget();

    @Test
    void a_clock_starts_warns_and_breaches_each_once() {
        assertThat(what(failure.refresh(1))).containsExactly(STARTED);
        assertThat(failure.clock().dueAt()).isEqualTo(at(80));
        assertThat(failure.refresh(79.999)).isEmpty();
        assertThat(what(failure.refresh(80))).containsExactly(WARNED);
        assertThat(failure.clock().dueAt()).isEqualTo(at(100));
        assertThat(failure.refresh(100)).isEmpty();
        assertThat(what(failure.refresh(100.001))).containsExactly(BREACHED);
        assertThat(failure.clock().dueAt()).isNull();
        assertThat(failure.refresh(5_000)).isEmpty();
    }

    @Test
    void its_start_holds_what_it_stands_on() {
        ClockEvent started = failure.refresh(1).get(0);

        assertThat(started.obligation()).isEqualTo("High: Detected to Deployed within 100 hours");
        assertThat(failure.clock().terms().startRow())
                .isEqualTo(failure.facts.get(1).id());
        assertThat(failure.clock().terms().startEvent()).isEqualTo("DETECTED");
        assertThat(failure.clock().deadline()).isEqualTo(new Deadline(at(0), at(80), at(100), at(100), at(100)));
    }

    @Test
    void the_stage_at_the_deadline_itself_is_in_time() {
        failure.refresh(1);
        failure.record(1, Stage.DEPLOYED, 100);

        assertThat(what(failure.refresh(100))).containsExactly(MET);
        assertThat(failure.clock().metAt()).isEqualTo(at(100));
        assertThat(failure.clock().dueAt()).isNull();
    }

    @Test
    void a_breach_that_is_met_later_stays_one() {
        failure.refresh(1);
        failure.refresh(101);
        failure.record(1, Stage.DEPLOYED, 120);

        assertThat(what(failure.refresh(120))).containsExactly(MET_LATE);
    }

    @Test
    void a_deadline_missed_unseen_is_told_before_it_is_met_late() {
        failure.refresh(1);
        failure.record(1, Stage.DEPLOYED, 120);

        assertThat(what(failure.refresh(120))).containsExactly(BREACHED, MET_LATE);
    }

    @Test
    void a_stage_that_was_recorded_late_but_reached_in_time_takes_the_breach_back() {
        failure.refresh(1);
        failure.refresh(101);
        failure.record(1, Stage.DEPLOYED, 90);

        assertThat(what(failure.refresh(110))).containsExactly(MET);
    }

    @Test
    void a_later_start_reopens_a_breach_and_an_earlier_one_brings_it_forward() {
        failure.refresh(1);
        failure.refresh(90);
        TransitionFact moved = failure.supersede(failure.facts.get(1), 50);
        List<ClockEvent> later = failure.refresh(101);
        assertThat(what(later)).containsExactly(RECOMPUTED);
        assertThat(later.get(0).reason())
                .isEqualTo("the start changed: the deadline moves from 2026-03-06T12:00:00.000000Z"
                        + " to 2026-03-08T14:00:00.000000Z");
        assertThat(failure.clock().warned())
                .as("the new warning is still to come")
                .isFalse();
        assertThat(failure.clock().dueAt()).isEqualTo(at(130));

        failure.supersede(moved, -0.5);
        assertThat(what(failure.refresh(102))).containsExactly(RECOMPUTED, BREACHED);
        assertThat(failure.clock().deadline().legalAt()).isEqualTo(at(99.5));
    }

    @Test
    void a_breach_whose_start_moves_a_little_is_not_told_again() {
        failure.refresh(101);
        failure.supersede(failure.facts.get(1), 0.5);

        assertThat(what(failure.refresh(102))).containsExactly(RECOMPUTED);
        assertThat(failure.clock().state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void taking_the_stage_back_resumes_the_clock_before_the_deadline_and_breaches_it_after() {
        failure.refresh(1);
        TransitionFact deployed = failure.record(1, Stage.DEPLOYED, 20);
        failure.refresh(20);
        failure.retract(deployed);
        assertThat(what(failure.refresh(21))).containsExactly(RESUMED);
        assertThat(failure.clock().metAt()).isNull();
        assertThat(failure.clock().dueAt()).isEqualTo(at(80));

        TransitionFact again = failure.record(1, Stage.DEPLOYED, 30);
        failure.refresh(30);
        failure.retract(again);
        assertThat(what(failure.refresh(150))).containsExactly(RESUMED, BREACHED);
    }

    @Test
    void taking_a_late_stage_back_leaves_the_breach_without_telling_it_again() {
        failure.refresh(101);
        TransitionFact deployed = failure.record(1, Stage.DEPLOYED, 120);
        failure.refresh(120);
        failure.retract(deployed);

        assertThat(what(failure.refresh(121))).containsExactly(RESUMED);
        assertThat(failure.clock().state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void taking_the_start_back_voids_the_clock() {
        failure.refresh(1);
        failure.retract(failure.facts.get(1));

        List<ClockEvent> events = failure.refresh(2);
        assertThat(what(events)).containsExactly(VOIDED);
        assertThat(events.get(0).reason()).isEqualTo("Detected is no longer on record");

        failure.record(1, Stage.DETECTED, 10);
        assertThat(what(failure.refresh(11))).containsExactly(RECOMPUTED, RESUMED);
        assertThat(failure.clock().deadline().legalAt()).isEqualTo(at(110));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISMISSED", "MERGED", "RISK_ACCEPTED", "RETIRED"})
    void a_proposed_ending_leaves_the_clock_running_and_a_confirmed_one_voids_it(Stage ending) {
        failure.refresh(1);
        TransitionFact proposal = failure.propose(ending, 10);
        assertThat(failure.refresh(10)).isEmpty();
        assertThat(what(failure.refresh(81))).containsExactly(WARNED);

        TransitionFact confirmed = failure.confirm(proposal, 90);
        assertThat(what(failure.refresh(90))).containsExactly(VOIDED);
        assertThat(failure.clock().dueAt()).isNull();

        failure.retract(confirmed);
        assertThat(what(failure.refresh(91))).containsExactly(RESUMED);
        assertThat(failure.clock().dueAt()).isEqualTo(at(100));
    }

    @Test
    void an_accepted_risk_wakes_the_clock_when_it_expires() {
        failure.refresh(1);
        failure.record(1, Stage.RISK_ACCEPTED, 10, StageDetails.NONE.with("expiresOn", "2026-03-05"));
        assertThat(what(failure.refresh(10))).containsExactly(VOIDED);
        assertThat(failure.clock().dueAt()).isEqualTo("2026-03-05T00:00:00Z");

        assertThat(failure.refresh(63.9)).isEmpty();
        assertThat(what(failure.refresh(64))).containsExactly(RESUMED);
        assertThat(failure.clock().dueAt()).isEqualTo(at(80));
    }

    @Test
    void a_changed_target_moves_running_clocks_and_leaves_breaches_and_what_was_met() {
        failure.refresh(1);
        failure.target(200, at(-1), false);
        List<ClockEvent> events = failure.refresh(2);
        assertThat(what(events)).containsExactly(RECOMPUTED);
        assertThat(events.get(0).reason()).startsWith("the target changed: ");
        assertThat(failure.clock().obligation()).isEqualTo("High: Detected to Deployed within 200 hours");

        failure.target(40, at(-1), false);
        assertThat(what(failure.refresh(50))).containsExactly(RECOMPUTED, BREACHED);

        failure.target(1_000, at(-1), false);
        assertThat(failure.refresh(51))
                .as("a loosened target takes no breach away")
                .isEmpty();
        failure.record(1, Stage.DEPLOYED, 60);
        assertThat(what(failure.refresh(60))).containsExactly(MET_LATE);
    }

    @Test
    void a_target_that_is_tightened_after_it_was_met_changes_nothing() {
        failure.refresh(1);
        failure.record(1, Stage.DEPLOYED, 50);
        failure.refresh(50);
        failure.target(20, at(-1), false);

        assertThat(failure.refresh(51)).isEmpty();
    }

    @Test
    void an_ended_target_voids_running_clocks_and_starts_none() {
        failure.refresh(1);
        failure.target(100, at(-1), true);

        List<ClockEvent> events = failure.refresh(2);
        assertThat(what(events)).containsExactly(VOIDED);
        assertThat(events.get(0).reason()).isEqualTo("the target ended");

        failure.clocks.clear();
        assertThat(failure.refresh(3)).isEmpty();
    }

    @Test
    void an_ended_target_takes_no_breach_away_even_one_that_nobody_saw_yet() {
        failure.refresh(1);
        failure.target(100, at(-1), true);

        assertThat(what(failure.refresh(101))).containsExactly(BREACHED);
    }

    @Test
    void another_severity_voids_the_clock_and_starts_those_of_its_own_targets_from_the_same_detection() {
        failure.target(new UUID(5, 5), Severity.CRITICAL, Stage.DETECTED, Stage.DEPLOYED, 48, at(-1), false);
        failure.refresh(1);
        failure.severity = Severity.CRITICAL;

        List<ClockEvent> events = failure.refresh(40);
        assertThat(what(events)).containsExactly(VOIDED, STARTED, WARNED);
        assertThat(events.get(0).reason()).isEqualTo("the severity is now Critical");
        assertThat(failure.clocks.get(1).deadline().legalAt()).isEqualTo(at(48));

        failure.severity = Severity.HIGH;
        assertThat(what(failure.refresh(41))).containsExactly(RESUMED, VOIDED);
    }

    @Test
    void a_lowered_severity_takes_no_breach_away() {
        failure.refresh(101);
        failure.severity = Severity.LOW;

        assertThat(failure.refresh(102)).isEmpty();
    }

    @Test
    void a_target_does_not_reach_back_before_it_applies() {
        failure.revisions.clear();
        failure.target(100, at(0.001), false);
        assertThat(failure.refresh(5_000)).isEmpty();

        failure.revisions.clear();
        failure.target(100, at(0), false);
        assertThat(what(failure.refresh(5_000))).containsExactly(STARTED, BREACHED);
    }

    @Test
    void each_cycle_has_its_own_clock_and_the_next_cycle_ends_what_runs_in_the_one_before() {
        failure.target(new UUID(6, 6), Severity.HIGH, Stage.DEPLOYED, Stage.VERIFIED, 50, at(-1), false);
        failure.record(1, Stage.DEPLOYED, 20);
        assertThat(what(failure.refresh(20))).containsExactlyInAnyOrder(STARTED, MET, STARTED);

        failure.record(2, Stage.EMERGED, 30);
        failure.record(2, Stage.DETECTED, 40);
        List<ClockEvent> events = failure.refresh(40);

        assertThat(what(events)).containsExactly(VOIDED, STARTED);
        assertThat(events.get(0).reason()).startsWith("the failure recurred at 2026-03-03T14:00");
        assertThat(failure.clocks.get(2).cycle()).isEqualTo(2);
        assertThat(failure.clocks.get(2).deadline().legalAt()).isEqualTo(at(140));
    }

    @Test
    void a_recurrence_after_the_deadline_takes_no_breach_away() {
        failure.target(new UUID(6, 6), Severity.HIGH, Stage.DEPLOYED, Stage.VERIFIED, 5, at(-1), false);
        failure.record(1, Stage.DEPLOYED, 20);
        failure.refresh(20);
        failure.record(2, Stage.EMERGED, 30);

        assertThat(what(failure.refresh(30))).containsExactly(BREACHED);
    }

    @Test
    void a_target_to_containment_counts_the_first_one() {
        failure.revisions.clear();
        failure.target(new UUID(7, 7), Severity.HIGH, Stage.DETECTED, Stage.CONTAINED, 10, at(-1), false);
        failure.record(1, Stage.CONTAINED, 12);
        failure.record(1, Stage.CONTAINED, 9);

        assertThat(what(failure.refresh(12))).containsExactly(STARTED, MET);
    }

    @Test
    void one_of_a_unit_is_singular() {
        assertThat(TargetUnit.DAYS.words(1)).isEqualTo("1 day");
        assertThat(TargetUnit.HOURS.words(36)).isEqualTo("36 hours");
    }
}
