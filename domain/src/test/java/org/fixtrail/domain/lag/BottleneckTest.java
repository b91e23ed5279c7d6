package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fixtrail.domain.lag.LineFixture.day;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;

class BottleneckTest {
    private static final List<FailureLine> LINES = Stream.of(
                    "1.1 EMERGED=1 DETECTED=50 ANALYSED=51 DECIDED=54 DEPLOYED=55 VERIFIED=89",
                    "2.1 DETECTED=60 ANALYSED=61 DECIDED=63",
                    "3.1 DETECTED=60 REVIEWED=64 DEPLOYED=65",
                    "4.1 DETECTED=60 RETIRED=61",
                    "5.1 DETECTED=60 DISMISSED=62",
                    "6.1 DETECTED=60 ANALYSED=59 DEPLOYED=70",
                    "7.1 EMERGED=1",
                    "1.2 DETECTED=60 DEPLOYED=62")
            .map(LineFixture::line)
            .toList();

    @Test
    void the_stage_with_the_most_dwell_before_deployment_is_the_bottleneck() {
        Bottleneck bottleneck = Bottleneck.of(LINES, day(70), Cycles.FIRST);
        assertThat(bottleneck.totals())
                .isEqualTo(Map.of(
                        Stage.DETECTED, Duration.ofDays(1 + 1 + 4 + 1),
                        Stage.ANALYSED, Duration.ofDays(3 + 2),
                        Stage.DECIDED, Duration.ofDays(1 + 7),
                        Stage.REVIEWED, Duration.ofDays(1)));
        assertThat(bottleneck.stage()).contains(Stage.DECIDED);
        assertThat(bottleneck.share(Stage.DECIDED)).isCloseTo(8 / 21.0, within(1e-15));
        assertThat(bottleneck.share(Stage.CURATED)).isZero();
        assertThat(bottleneck.population()).isEqualTo(4);
        assertThat(bottleneck.contradictory()).isEqualTo(1);
        assertThat(bottleneck.dismissedOrMerged()).isEqualTo(1);
    }

    @Test
    void the_totals_add_up_to_the_adaptation_lags() {
        for (int asOf = 49; asOf < 95; asOf++) {
            for (Cycles cycles : Cycles.values()) {
                Bottleneck bottleneck = Bottleneck.of(LINES, day(asOf), cycles);
                LagFigure figure = LagFigure.of(LINES, StagePair.ADAPTATION, day(asOf), cycles, KaplanMeier.Z_95);
                Duration lags = figure.curve().steps().stream()
                        .map(step -> step.time().multipliedBy(step.events() + step.censored()))
                        .reduce(Duration.ZERO, Duration::plus);
                Duration contradictoryHere = asOf < 60 ? Duration.ZERO : Duration.ofDays(Math.min(asOf, 70) - 60);
                assertThat(bottleneck.totals().values().stream().reduce(Duration.ZERO, Duration::plus))
                        .as("as of %s %s", asOf, cycles)
                        .isEqualTo(lags.minus(contradictoryHere));
            }
        }
    }

    @Test
    void nobody_waiting_is_no_bottleneck() {
        assertThat(Bottleneck.of(LINES, day(50), Cycles.FIRST).stage()).isEmpty();
        assertThat(Bottleneck.of(List.of(), day(50), Cycles.FIRST).share(Stage.DETECTED))
                .isZero();
    }

    @Test
    void of_two_equal_stages_the_earlier_one_is_named() {
        List<FailureLine> lines = List.of(LineFixture.line("1.1 DETECTED=1 ANALYSED=3 DECIDED=5 DEPLOYED=6"));
        assertThat(Bottleneck.of(lines, day(50), Cycles.FIRST).stage()).contains(Stage.DETECTED);
    }
}
