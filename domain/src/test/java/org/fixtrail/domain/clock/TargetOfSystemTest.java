package org.fixtrail.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.clock.ClockChange.BREACHED;
import static org.fixtrail.domain.clock.ClockChange.RESUMED;
import static org.fixtrail.domain.clock.ClockChange.STARTED;
import static org.fixtrail.domain.clock.ClockChange.VOIDED;
import static org.fixtrail.domain.clock.ClockFixture.aDetectedFailureWithATarget;
import static org.fixtrail.domain.clock.ClockFixture.at;
import static org.fixtrail.domain.clock.ClockFixture.what;

import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;

/** A target for one AI system takes the place of the one for all. */
class TargetOfSystemTest {
    private static final UUID OWN = new UUID(8, 8);

    private final ClockFixture failure = aDetectedFailureWithATarget();

    private void own(UUID system, Stage to, int hours, double validFrom, boolean ended) {
        failure.add(new Target(
                UUID.randomUUID(),
                OWN,
                Severity.HIGH,
                system,
                Stage.DETECTED,
                to,
                TargetTerms.elapsed(hours, TargetUnit.HOURS),
                at(validFrom),
                ended));
    }

    @Test
    void it_alone_runs_where_both_would() {
        own(ClockFixture.SYSTEM, Stage.DEPLOYED, 40, -1, false);

        assertThat(what(failure.refresh(1))).containsExactly(STARTED);
        assertThat(failure.clock().targetId()).isEqualTo(OWN);
        assertThat(failure.clock().legalAt()).isEqualTo(at(40));
    }

    @Test
    void that_of_another_system_or_for_another_stage_takes_nobodys_place() {
        own(new UUID(9, 9), Stage.DEPLOYED, 40, -1, false);
        failure.refresh(1);
        assertThat(failure.clocks).extracting(RunningClock::targetId).containsExactly(ClockFixture.TARGET);

        own(ClockFixture.SYSTEM, Stage.CONTAINED, 40, -1, false);
        failure.refresh(1);
        assertThat(failure.clocks)
                .extracting(RunningClock::targetId)
                .containsExactlyInAnyOrder(ClockFixture.TARGET, OWN);
    }

    @Test
    void one_that_comes_later_takes_the_place_of_a_running_clock_and_gives_it_back() {
        failure.refresh(1);
        own(ClockFixture.SYSTEM, Stage.DEPLOYED, 40, -1, false);
        List<ClockEvent> events = failure.refresh(2);
        assertThat(what(events)).containsExactly(VOIDED, STARTED);
        assertThat(events.get(0).reason()).isEqualTo("a target of the AI system's own takes its place");

        own(ClockFixture.SYSTEM, Stage.DEPLOYED, 40, -1, true);
        assertThat(what(failure.refresh(3))).containsExactlyInAnyOrder(RESUMED, VOIDED);
        assertThat(failure.clock().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void one_that_applies_only_to_later_failures_leaves_the_general_one_running() {
        own(ClockFixture.SYSTEM, Stage.DEPLOYED, 400, 0.5, false);
        failure.refresh(1);

        assertThat(failure.clocks).extracting(RunningClock::targetId).containsExactly(ClockFixture.TARGET);
    }

    @Test
    void it_takes_no_breach_of_the_general_one_away() {
        failure.refresh(101);
        own(ClockFixture.SYSTEM, Stage.DEPLOYED, 400, -1, false);

        assertThat(what(failure.refresh(102))).containsExactly(STARTED);
        assertThat(failure.clock().state()).isEqualTo(ClockState.BREACHED);
        assertThat(what(failure.refresh(401))).contains(BREACHED);
    }
}
