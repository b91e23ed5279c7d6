package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fixtrail.domain.lag.LineFixture.day;
import static org.fixtrail.domain.lag.LineFixture.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LagFigureTest {
    private static final List<FailureLine> MIXED = Stream.of(
                    "1.1 DETECTED=10 DEPLOYED=10",
                    "2.1 DETECTED=10 DEPLOYED=12",
                    "3.1 DETECTED=10 DEPLOYED=16",
                    "4.1 DETECTED=10 DEPLOYED=95",
                    "5.1 DETECTED=70",
                    "6.1 DETECTED=10 RISK_ACCEPTED=13",
                    "7.1 DETECTED=10 RETIRED=20",
                    "8.1 DETECTED=10 DISMISSED=11",
                    "9.1 DETECTED=10 DEPLOYED=12 MERGED=30",
                    "10.1 DETECTED=10 DEPLOYED=9",
                    "11.1 EMERGED=5",
                    "12.1 DETECTED=95 DEPLOYED=96",
                    "2.2 DETECTED=20 DEPLOYED=21",
                    "13.1 DETECTED=10 MERGED=92")
            .map(LineFixture::line)
            .toList();

    private static LagFigure adaptation(List<FailureLine> lines, Cycles cycles) {
        return LagFigure.of(lines, StagePair.ADAPTATION, day(90), cycles, KaplanMeier.Z_95);
    }

    @Test
    void a_figure_counts_who_is_in_the_population_and_who_is_not() {
        LagFigure figure = adaptation(MIXED, Cycles.FIRST);
        assertThat(figure.counts())
                .isEqualTo(new LagFigure.Counts(
                        3, 3, Map.of(Outcome.RISK_ACCEPTED, 1, Outcome.RETIRED, 1), 1, 0, 1, 1, 1));
        assertThat(figure.counts().population()).isEqualTo(8);
        assertThat(figure.counts().censored()).isEqualTo(5);
        assertThat(figure.naiveMean()).contains(Duration.ofHours(8 * 24 / 3));
        assertThat(figure.noData()).isFalse();
    }

    /** Days 0, 2, 3+, 6, 10+, 20+, 80+, 80+: S = 7/8, 6/8, then 6/8 * 4/5 = 0.6. */
    @Test
    void open_and_competing_ones_are_censored_for_kaplan_meier() {
        LagFigure figure = adaptation(MIXED, Cycles.FIRST);
        assertThat(figure.curve().survivalAt(Duration.ofDays(80))).isCloseTo(0.6, within(1e-15));
        assertThat(figure.curve().quantile(25, KaplanMeier.Z_95).estimate()).contains(Duration.ofDays(2));
        assertThat(figure.p50().estimate()).isEmpty();
        assertThat(figure.p75().percent()).isEqualTo(75);
        assertThat(figure.p90().upper()).isEmpty();
        assertThat(figure.curve().clusters()).isEmpty();
    }

    /** 1/8 and 1/8 deployed, then 1/8 * 6/6 accepted of those left, 1/5 of 5/8 deployed, and 1/4 of 4/8 retired. */
    @Test
    void the_incidence_of_each_way_out_stands_beside() {
        AalenJohansen incidence = adaptation(MIXED, Cycles.FIRST).incidence();
        assertThat(incidence.incidenceAt(Outcome.REACHED, Duration.ofDays(80))).isCloseTo(0.375, within(1e-15));
        assertThat(incidence.incidenceAt(Outcome.RISK_ACCEPTED, Duration.ofDays(80)))
                .isCloseTo(0.125, within(1e-15));
        assertThat(incidence.incidenceAt(Outcome.RETIRED, Duration.ofDays(80))).isCloseTo(0.125, within(1e-15));
    }

    /** The last event is the retirement on day 10 of the lag; what was censored on day 80 changes nothing. */
    @Test
    void the_shares_at_the_last_event_add_up_and_kaplan_meier_says_more() {
        Incidence shares = adaptation(MIXED, Cycles.FIRST).atLastEvent().orElseThrow();
        assertThat(shares.at()).isEqualTo(Duration.ofDays(10));
        assertThat(shares.hasCompeting()).isTrue();
        assertThat(shares.events())
                .extracting(Incidence.Event::outcome, Incidence.Event::count)
                .containsExactly(tuple(Outcome.REACHED, 3), tuple(Outcome.RISK_ACCEPTED, 1), tuple(Outcome.RETIRED, 1));
        double ended =
                shares.events().stream().mapToDouble(Incidence.Event::share).sum();
        assertThat(ended + shares.stillOpen()).isCloseTo(1, within(1e-15));
        assertThat(shares.events().get(0).share()).isCloseTo(0.375, within(1e-15));
        assertThat(shares.kaplanMeier()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void where_nothing_competes_both_estimates_give_the_same_share() {
        List<FailureLine> lines = List.of(
                line("1.1 DETECTED=10 DEPLOYED=12"),
                line("2.1 DETECTED=80"),
                line("3.1 DETECTED=10 DEPLOYED=40"),
                line("4.1 DETECTED=10"));
        Incidence shares = adaptation(lines, Cycles.FIRST).atLastEvent().orElseThrow();
        assertThat(shares.hasCompeting()).isFalse();
        assertThat(shares.at()).isEqualTo(Duration.ofDays(30));
        assertThat(shares.events().get(0).share()).isCloseTo(shares.kaplanMeier(), within(1e-15));
    }

    @Test
    void while_nothing_has_ended_there_are_no_shares() {
        assertThat(adaptation(List.of(line("1.1 DETECTED=10")), Cycles.FIRST).atLastEvent())
                .isEmpty();
        assertThat(adaptation(List.of(), Cycles.FIRST).atLastEvent()).isEmpty();
    }

    @Test
    void a_fix_that_never_came_has_a_share_of_nothing() {
        Incidence shares = adaptation(List.of(line("1.1 DETECTED=10 RETIRED=20")), Cycles.FIRST)
                .atLastEvent()
                .orElseThrow();
        assertThat(shares)
                .isEqualTo(new Incidence(
                        Duration.ofDays(10),
                        List.of(new Incidence.Event(Outcome.REACHED, 0, 0), new Incidence.Event(Outcome.RETIRED, 1, 1)),
                        0,
                        0));
    }

    @Test
    void what_happened_after_the_as_of_moment_has_not_happened() {
        LagFigure figure = LagFigure.of(MIXED, StagePair.ADAPTATION, day(11), Cycles.FIRST, KaplanMeier.Z_95);
        assertThat(figure.counts()).isEqualTo(new LagFigure.Counts(1, 7, Map.of(), 1, 0, 1, 1, 0));
    }

    @Test
    void all_cycles_come_with_limits_clustered_by_failure() {
        LagFigure figure = adaptation(MIXED, Cycles.ALL);
        assertThat(figure.counts().population()).isEqualTo(9);
        assertThat(figure.curve().clusters()).hasValue(8);
        assertThat(figure.counts().closed()).isEqualTo(4);
    }

    @Test
    void recurrences_of_one_failure_widen_the_limits() {
        List<FailureLine> lines = IntStream.range(0, 60)
                .mapToObj(i -> line((i % 12) + "." + (i / 12 + 1) + " DETECTED=10 DEPLOYED=" + (11 + 2 * (i % 12))))
                .toList();
        Quantile clustered = adaptation(lines, Cycles.ALL).p50();
        Quantile first = adaptation(lines, Cycles.FIRST).p50();
        assertThat(clustered).isEqualTo(first);
        List<FailureLine> strangers = IntStream.range(0, 60)
                .mapToObj(i -> line(i + ".1 DETECTED=10 DEPLOYED=" + (11 + 2 * (i % 12))))
                .toList();
        assertThat(adaptation(strangers, Cycles.FIRST).p50().upper().orElseThrow())
                .isLessThan(clustered.upper().orElseThrow());
    }

    @Test
    void an_empty_population_is_no_data_and_not_zero() {
        LagFigure figure = adaptation(List.of(line("1.1 EMERGED=1"), line("2.1 DETECTED=4 DISMISSED=5")), Cycles.FIRST);
        assertThat(figure.noData()).isTrue();
        assertThat(figure.naiveMean()).isEmpty();
        assertThat(figure.quantiles())
                .hasSize(3)
                .allMatch(quantile -> quantile.estimate().isEmpty());
        assertThat(figure.counts().dismissed()).isEqualTo(1);
    }

    @Test
    void lines_marked_elsewhere_stay_in_and_are_counted() {
        FailureLine fine = line("1.1 DETECTED=10 DEPLOYED=12");
        FailureLine marked = new FailureLine(fine.failureId(), 1, fine.reached(), null, true);
        assertThat(adaptation(List.of(marked), Cycles.FIRST).counts().marked()).isEqualTo(1);
        assertThat(adaptation(List.of(marked), Cycles.FIRST).counts().closed()).isEqualTo(1);
    }

    @Test
    void the_order_of_the_failures_does_not_matter() {
        List<FailureLine> shuffled = new ArrayList<>(MIXED);
        Collections.shuffle(shuffled, new Random(5));
        assertThat(adaptation(shuffled, Cycles.ALL)).isEqualTo(adaptation(MIXED, Cycles.ALL));
    }

    @ParameterizedTest
    @EnumSource(names = {"DETECTED", "DEPLOYED", "VERIFIED"})
    void lags_from_emergence_get_no_kaplan_meier(Stage to) {
        StagePair pair = new StagePair(Stage.EMERGED, to);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LagFigure.of(MIXED, pair, day(90), Cycles.FIRST, KaplanMeier.Z_95));
    }

    @Test
    void failures_fixed_without_containment_do_not_count_as_never_contained() {
        List<FailureLine> lines = List.of(
                line("1.1 DETECTED=10 CONTAINED=11"), line("2.1 DETECTED=10 DEPLOYED=12"), line("3.1 DETECTED=10"));
        LagFigure figure = LagFigure.of(lines, StagePair.CONTAINMENT, day(90), Cycles.FIRST, KaplanMeier.Z_95);
        assertThat(figure.counts().competing()).isEqualTo(Map.of(Outcome.PASSED, 1));
        assertThat(figure.p50().estimate()).isEmpty();
        assertThat(figure.curve().survivalAt(Duration.ofDays(80))).isCloseTo(2 / 3.0, within(1e-15));
    }
}
