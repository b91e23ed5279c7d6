package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fixtrail.domain.lag.LineFixture.day;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CohortTest {
    @ParameterizedTest
    @CsvSource({
        "2024-03-31T23:30:00Z, UTC, MONTH, 2024-03, 2024-04",
        "2024-03-31T23:30:00Z, Europe/Berlin, MONTH, 2024-04, 2024-05",
        "2024-03-31T23:30:00Z, UTC, QUARTER, 2024-Q1, 2024-Q2",
        "2024-03-31T23:30:00Z, Europe/Berlin, QUARTER, 2024-Q2, 2024-Q3",
        "2024-12-31T23:59:59Z, UTC, QUARTER, 2024-Q4, 2025-Q1",
        "2024-01-01T00:00:00Z, America/New_York, MONTH, 2023-12, 2024-01"
    })
    void a_moment_falls_into_the_cohort_of_its_zone(
            Instant moment, ZoneId zone, CohortLength length, String cohort, String next) {
        assertThat(Cohort.of(moment, length, zone)).hasToString(cohort).isEqualTo(Cohort.parse(cohort));
        assertThat(Cohort.parse(cohort).next()).hasToString(next).isGreaterThan(Cohort.parse(cohort));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024-Q5", "2024-13", "Q1-2024", ""})
    void other_spellings_are_refused(String text) {
        Assertions.assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Cohort.parse(text));
    }

    @Test
    void no_quarter_starts_in_february() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cohort(YearMonth.of(2024, 2), CohortLength.QUARTER));
    }

    @Test
    void detection_lags_are_told_by_emergence_among_those_detected_so_far() {
        List<FailureLine> lines = Stream.of(
                        "1.1 EMERGED=1 DETECTED=3",
                        "2.1 EMERGED=2 DETECTED=12",
                        "3.1 EMERGED=3 DETECTED=50",
                        "4.1 EMERGED=4 DETECTED=9",
                        "5.1 EMERGED=40",
                        "6.1 EMERGED=41 DETECTED=99",
                        "7.1 EMERGED=5 DETECTED=4",
                        "8.1 EMERGED=5 DETECTED=6 DISMISSED=8",
                        "9.1 EMERGED=5 DETECTED=6 MERGED=8",
                        "1.2 EMERGED=20 DETECTED=21",
                        "10.1 DETECTED=21")
                .map(LineFixture::line)
                .toList();
        DetectionCohorts cohorts = DetectionCohorts.of(lines, day(60), CohortLength.MONTH, Cycles.FIRST);
        Duration two = Duration.ofDays(2);
        assertThat(cohorts.cohorts())
                .containsExactly(
                        new DetectionCohorts.Row(
                                Cohort.parse("2026-01"),
                                4,
                                0,
                                1,
                                Optional.of(new DetectionCohorts.Spread(two, Duration.ofDays(5), Duration.ofDays(47)))),
                        new DetectionCohorts.Row(Cohort.parse("2026-02"), 0, 2, 0, Optional.empty()));
        assertThat(cohorts.dismissed()).isEqualTo(1);
        assertThat(cohorts.merged()).isEqualTo(1);
        assertThat(DetectionCohorts.of(lines, day(60), CohortLength.QUARTER, Cycles.ALL)
                        .cohorts())
                .extracting(DetectionCohorts.Row::detected)
                .containsExactly(5);
    }

    @Test
    void the_trend_has_one_figure_for_each_cohort_of_detection() {
        List<FailureLine> lines = Stream.of(
                        "1.1 EMERGED=1 DETECTED=3 DEPLOYED=8",
                        "2.1 EMERGED=1 DETECTED=31 DEPLOYED=33",
                        "3.1 EMERGED=1 DETECTED=32 DEPLOYED=33",
                        "4.1 EMERGED=1 DETECTED=95",
                        "5.1 EMERGED=1 DETECTED=96 DISMISSED=97",
                        "6.1 EMERGED=1",
                        "1.2 DETECTED=50 DEPLOYED=51")
                .map(LineFixture::line)
                .toList();
        Trend trend = Trend.of(lines, day(100), CohortLength.MONTH, ZoneOffset.UTC, Cycles.FIRST, KaplanMeier.Z_95);
        assertThat(trend.points())
                .extracting(point -> point.cohort()
                        + " n=" + point.figure().counts().population()
                        + " p50=" + point.figure().p50().estimate().orElse(null))
                .containsExactly("2026-01 n=2 p50=PT48H", "2026-02 n=1 p50=PT24H", "2026-04 n=1 p50=null");
        Trend west =
                Trend.of(lines, day(100), CohortLength.MONTH, ZoneOffset.ofHours(-1), Cycles.FIRST, KaplanMeier.Z_95);
        assertThat(west.points())
                .extracting(point -> point.figure().counts().population())
                .containsExactly(3, 1);
    }
}
