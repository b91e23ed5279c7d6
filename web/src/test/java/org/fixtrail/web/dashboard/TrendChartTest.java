package org.fixtrail.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.CohortLength;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.domain.lag.KaplanMeier;
import org.fixtrail.domain.lag.Trend;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void one_cohort_is_no_trend() {
        assertThat(TrendChart.of(trend(List.of(fixed("2025-02-01T00:00:00Z", 10)))))
                .isEmpty();
        assertThat(TrendChart.of(trend(List.of()))).isEmpty();
    }

    @Test
    void a_longer_median_lies_higher_and_the_line_joins_neighbours() {
        TrendChart chart = TrendChart.of(
                        trend(List.of(fixed("2025-01-10T00:00:00Z", 10), fixed("2025-04-10T00:00:00Z", 40))))
                .orElseThrow();

        assertThat(chart.dots()).extracting(TrendChart.Dot::label).containsExactly("2025-Q1", "2025-Q2");
        assertThat(Double.parseDouble(chart.dots().get(1).y()))
                .isLessThan(Double.parseDouble(chart.dots().get(0).y()));
        assertThat(chart.path()).startsWith("M").containsOnlyOnce("L");
        assertThat(chart.ticks().get(0).label()).isEqualTo("0 s");
    }

    @Test
    void a_quarter_without_failures_leaves_a_gap() {
        TrendChart chart = TrendChart.of(
                        trend(List.of(fixed("2025-01-10T00:00:00Z", 10), fixed("2025-07-10T00:00:00Z", 10))))
                .orElseThrow();

        assertThat(chart.dots()).hasSize(3);
        assertThat(chart.dots().get(1).y()).isEmpty();
        assertThat(chart.dots().get(1).title()).isEqualTo("2025-Q2: no data");
        assertThat(chart.path()).doesNotContain("L");
    }

    @Test
    void a_median_that_is_not_reached_is_drawn_open_at_the_top() {
        TrendChart chart = TrendChart.of(
                        trend(List.of(fixed("2025-01-10T00:00:00Z", 10), line("2025-04-10T00:00:00Z", Map.of()))))
                .orElseThrow();

        TrendChart.Dot open = chart.dots().get(1);
        assertThat(open.reached()).isFalse();
        assertThat(open.y())
                .isEqualTo(chart.ticks().get(chart.ticks().size() - 1).y());
        assertThat(open.title()).isEqualTo("2025-Q2: not reached, 1 failures");
    }

    @Test
    void with_many_quarters_the_last_one_keeps_its_name_and_others_make_room() {
        List<FailureLine> lines = new ArrayList<>();
        for (int quarter = 0; quarter < 24; quarter++) {
            lines.add(fixed(AS_OF.minus(Duration.ofDays(91L * quarter + 30)).toString(), 5));
        }
        TrendChart chart = TrendChart.of(trend(lines)).orElseThrow();

        assertThat(chart.dots()).hasSize(16);
        assertThat(chart.dots().get(15).label()).isEqualTo("2025-Q4");
        assertThat(chart.dots().stream().filter(dot -> !dot.label().isEmpty())).hasSizeLessThanOrEqualTo(8);
    }

    private static Trend trend(List<FailureLine> lines) {
        return Trend.of(lines, AS_OF, CohortLength.QUARTER, ZoneOffset.UTC, Cycles.FIRST, KaplanMeier.Z_95);
    }

    private static FailureLine fixed(String detectedAt, int days) {
        return line(detectedAt, Map.of(Stage.DEPLOYED, Instant.parse(detectedAt).plus(Duration.ofDays(days))));
    }

    private static FailureLine line(String detectedAt, Map<Stage, Instant> later) {
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        reached.put(Stage.DETECTED, Instant.parse(detectedAt));
        reached.putAll(later);
        return new FailureLine(UUID.randomUUID(), 1, reached, null, false);
    }
}
