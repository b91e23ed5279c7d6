package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.fixtrail.domain.lag.LineFixture.day;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static TrafficReport report(int from, int to, long interactions) {
        return new TrafficReport(day(from), day(to), interactions);
    }

    /** From 7 January to 23 February: 40 million a day for 47 days. */
    @Test
    void daily_reports_add_up_over_the_lag() {
        Lag lag = Lag.measure(LineFixture.line("1.1 EMERGED=7 DETECTED=54"), StagePair.DETECTION, day(90))
                .orElseThrow();
        List<TrafficReport> daily = IntStream.range(1, 90)
                .mapToObj(day -> report(day, day + 1, 40_000_000))
                .toList();
        Exposure exposure = Exposure.during(lag, List.of(day(7), day(20), day(54)), daily);
        assertThat(exposure).isEqualTo(new Exposure(day(7), day(54), 2, new Traffic.Estimated(1_880_000_000, 1)));
        assertThat(Traffic.within(day(7), day(54), List.of(report(1, 91, 3_600_000_000L))))
                .isEqualTo(new Traffic.Estimated(1_880_000_000, 1));
    }

    @Test
    void a_report_counts_in_proportion_to_its_overlap() {
        assertThat(Traffic.within(day(3), day(5), List.of(report(4, 7, 100), report(2, 4, 10))))
                .isEqualTo(new Traffic.Estimated(Math.round(10 / 2.0 + 100 / 3.0), 1));
    }

    @Test
    void rounding_happens_once_for_the_sum() {
        List<TrafficReport> thirds = List.of(report(0, 3, 1), report(3, 6, 1), report(6, 9, 1));
        assertThat(Traffic.within(day(2), day(7), thirds)).isEqualTo(new Traffic.Estimated(2, 1));
        assertThat(Traffic.within(day(0), day(9), thirds)).isEqualTo(new Traffic.Estimated(3, 1));
    }

    @Test
    void it_says_which_share_of_the_time_is_known() {
        Traffic traffic = Traffic.within(day(0), day(10), List.of(report(-5, 2, 70), report(8, 9, 5)));
        assertThat(traffic).isInstanceOfSatisfying(Traffic.Estimated.class, estimated -> {
            assertThat(estimated.interactions()).isEqualTo(25);
            assertThat(estimated.knownShare()).isCloseTo(0.3, within(1e-15));
            assertThat(estimated.isPartial()).isTrue();
        });
    }

    @Test
    void no_report_within_the_time_is_unknown_and_not_zero() {
        assertThat(Traffic.within(day(5), day(6), List.of(report(3, 5, 9), report(6, 9, 9))))
                .isEqualTo(new Traffic.Unknown());
        assertThat(Traffic.within(day(5), day(6), List.of(report(3, 9, 0)))).isEqualTo(new Traffic.Estimated(0, 1));
    }

    @Test
    void overlapping_reports_are_named_and_not_added_up() {
        TrafficReport whole = report(0, 10, 100);
        TrafficReport part = report(4, 6, 30);
        TrafficReport after = report(9, 20, 30);
        assertThat(Traffic.within(day(3), day(5), List.of(part, whole)))
                .isEqualTo(new Traffic.Overlapping(whole, part));
        assertThat(Traffic.within(day(7), day(8), List.of(part, whole, after))).isEqualTo(new Traffic.Estimated(10, 1));
        assertThat(Traffic.within(day(0), day(10), List.of(after, whole)))
                .isEqualTo(new Traffic.Overlapping(whole, after));
    }

    @Test
    void reports_that_overlap_only_outside_the_time_do_no_harm() {
        assertThat(Traffic.within(day(5), day(7), List.of(report(0, 6, 60), report(1, 2, 5), report(6, 8, 20))))
                .isEqualTo(new Traffic.Estimated(20, 1));
    }

    @Test
    void an_instant_meets_nobody() {
        assertThat(Exposure.within(day(5), day(5), List.of(day(5)), List.of()))
                .isEqualTo(new Exposure(day(5), day(5), 0, new Traffic.Estimated(0, 1)));
    }

    @Test
    void time_does_not_run_backwards() {
        Instant later = day(6);
        assertThatIllegalArgumentException().isThrownBy(() -> Traffic.within(later, day(5), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> report(5, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> report(5, 6, -1));
    }
}
