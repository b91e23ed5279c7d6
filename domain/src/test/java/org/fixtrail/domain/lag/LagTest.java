package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fixtrail.domain.lag.LineFixture.day;
import static org.fixtrail.domain.lag.LineFixture.line;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagTest {
    @ParameterizedTest(name = "{0} {1} as of day {2}: {3} after {4} days")
    @CsvSource({
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=15, 90, REACHED, 5",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=15, 15, REACHED, 5",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=15, 14, OPEN, 4",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=15, 10, OPEN, 0",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=10, 10, REACHED, 0",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 RISK_ACCEPTED=12, 90, RISK_ACCEPTED, 2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 RISK_ACCEPTED=12, 11, OPEN, 1",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 RETIRED=12 DEPLOYED=15, 90, RETIRED, 2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=12 RETIRED=15, 90, REACHED, 2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=12 RETIRED=12, 90, REACHED, 2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DISMISSED=12, 90, DISMISSED, 2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 MERGED=12, 90, MERGED, 2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 DEPLOYED=8, 90, CONTRADICTORY, -2",
        "DETECTED-DEPLOYED, 1.1 DETECTED=10 RETIRED=8, 90, CONTRADICTORY, -2",
        "DETECTED-CONTAINED, 1.1 DETECTED=10 CONTAINED=11 DEPLOYED=15, 90, REACHED, 1",
        "DETECTED-CONTAINED, 1.1 DETECTED=10 ANALYSED=11 DEPLOYED=15, 90, PASSED, 5",
        "DETECTED-CONTAINED, 1.1 DETECTED=10 ANALYSED=11, 90, OPEN, 80",
        "ANALYSED-CURATED, 1.1 ANALYSED=10 VALIDATED=14 DEPLOYED=15, 90, PASSED, 4",
        "ANALYSED-CURATED, 1.1 ANALYSED=10 VALIDATED=14 RETIRED=14, 90, RETIRED, 4",
        "EMERGED-DETECTED, 1.1 EMERGED=3 DETECTED=50, 90, REACHED, 47",
        "DEPLOYED-VERIFIED, 1.1 DETECTED=10 DEPLOYED=15 RISK_ACCEPTED=20, 90, RISK_ACCEPTED, 5"
    })
    void the_first_thing_to_happen_ends_a_lag(String pair, String line, int asOf, Outcome outcome, int days) {
        Lag lag = Lag.measure(line(line), StagePair.parse(pair), day(asOf)).orElseThrow();
        assertThat(lag.outcome()).isEqualTo(outcome);
        assertThat(lag.length()).isEqualTo(Duration.ofDays(days));
        assertThat(lag.isZero()).isEqualTo(days == 0 && outcome == Outcome.REACHED);
    }

    @ParameterizedTest
    @CsvSource({"1.1 DETECTED=10 DEPLOYED=15, 9", "1.1 EMERGED=1 DEPLOYED=15, 90", "1.1, 90"})
    void there_is_no_lag_before_its_first_stage(String line, int asOf) {
        assertThat(Lag.measure(line(line), StagePair.ADAPTATION, day(asOf))).isEmpty();
    }

    @Test
    void a_cycle_has_four_named_lags_and_its_dwell() {
        CycleLags lags =
                CycleLags.of(line("3.2 EMERGED=1 DETECTED=4 CONTAINED=5 ANALYSED=6 DEPLOYED=11 VERIFIED=31"), day(90));
        assertThat(lags.cycle()).isEqualTo(2);
        assertThat(lags.detection().orElseThrow().length()).isEqualTo(Duration.ofDays(3));
        assertThat(lags.containment().orElseThrow().length()).isEqualTo(Duration.ofDays(1));
        assertThat(lags.adaptation().orElseThrow().length()).isEqualTo(Duration.ofDays(7));
        assertThat(lags.verification().orElseThrow().length()).isEqualTo(Duration.ofDays(20));
        assertThat(lags.dwell().byStage())
                .containsExactly(
                        Map.entry(Stage.EMERGED, Duration.ofDays(3)),
                        Map.entry(Stage.DETECTED, Duration.ofDays(2)),
                        Map.entry(Stage.ANALYSED, Duration.ofDays(5)),
                        Map.entry(Stage.DEPLOYED, Duration.ofDays(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1 DETECTED=4 ANALYSED=6, 10, '{DETECTED=PT48H, ANALYSED=PT96H}', []",
        "1.1 DETECTED=4 ANALYSED=6, 5, '{DETECTED=PT24H}', []",
        "1.1 DETECTED=4 ANALYSED=6 RETIRED=7, 10, '{DETECTED=PT48H, ANALYSED=PT24H}', []",
        "1.1 DETECTED=4 ANALYSED=6 RETIRED=5, 10, '{DETECTED=PT48H}', [ANALYSED]",
        "1.1 DETECTED=4 ANALYSED=3 DEPLOYED=8, 10, '{ANALYSED=PT120H, DEPLOYED=PT48H}', [DETECTED]",
        "1.1 DETECTED=4 CONTAINED=5 VERIFIED=6, 10, '{DETECTED=PT48H}', []",
        "1.1, 10, {}, []"
    })
    void dwell_lasts_until_the_next_reached_stage_or_the_end(
            String line, int asOf, String byStage, String contradictory) {
        Dwell dwell = Dwell.measure(line(line), day(asOf));
        assertThat(dwell.byStage()).hasToString(byStage);
        assertThat(dwell.contradictory()).hasToString(contradictory);
    }

    @Test
    void the_recording_delay_is_negative_for_what_was_entered_ahead() {
        assertThat(Lag.recordingDelay(day(3), day(5))).isEqualTo(Duration.ofDays(2));
        assertThat(Lag.recordingDelay(day(5), day(3))).isEqualTo(Duration.ofDays(-2));
    }

    @Test
    void a_line_refuses_what_is_no_stage_of_it() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("1.0 DETECTED=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> line("1.1 VALIDATION_FAILED=1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureLine(new UUID(0, 1), 1, Map.of(Stage.DISMISSED, day(1)), null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ending(Stage.DEPLOYED, day(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lag(StagePair.ADAPTATION, Outcome.REACHED, day(2), day(1)));
    }
}
