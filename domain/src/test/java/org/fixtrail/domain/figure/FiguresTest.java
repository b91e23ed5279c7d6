package org.fixtrail.domain.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.figure.FigureFixture.clock;
import static org.fixtrail.domain.figure.FigureFixture.day;
import static org.fixtrail.domain.figure.FigureFixture.failure;
import static org.fixtrail.domain.figure.FigureFixture.row;
import static org.fixtrail.domain.figure.FigureFixture.year;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final UUID TARGET = new UUID(0, 1);
    private static final TargetCase WITHIN_TEN_DAYS = new TargetCase(
            TARGET, Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, "High: Detected to Deployed within 10 days", false);

    @Test
    void without_anything_every_figure_says_no_data_and_no_share_or_length_is_zero() {
        Figures nothing = Figures.of(year(), List.of(), List.of(), List.of(WITHIN_TEN_DAYS));

        assertThat(row(nothing, "kinds", "all")).isEqualTo("0 NO_DATA 0 0 0 0");
        assertThat(row(nothing, "resolution", "adaptation")).isEqualTo("0 0 0 NO_DATA NO_DATA NO_DATA NO_DATA 0 0");
        assertThat(row(nothing, "clocks", "legal")).isEqualTo("0 0 0 0 NO_DATA 0 0 0");
        assertThat(row(nothing, "targets", TARGET.toString())).isEqualTo("0 0 0 0 NO_DATA 0 0 0 NO_DATA");
        assertThat(row(nothing, "recurrence", "recurrence")).isEqualTo("0 0 NO_DATA");
        assertThat(nothing.table("detection").orElseThrow().rows()).isEmpty();
    }

    @Test
    void open_failures_are_censored_and_a_percentile_may_not_be_reached() {
        Figures figures = of(
                failure("EMERGED=1 DETECTED=5 DEPLOYED=15"),
                failure("EMERGED=2 DETECTED=5 DEPLOYED=25"),
                failure("EMERGED=100 DETECTED=110"),
                failure("EMERGED=1 DETECTED=4 DISMISSED=6"));

        assertThat(row(figures, "resolution", "adaptation")).isEqualTo("3 2 1 20d NOT_REACHED NOT_REACHED 15d 0 0");
        assertThat(row(figures, "resolution", "adaptation:CRITICAL"))
                .isEqualTo("0 0 0 NO_DATA NO_DATA NO_DATA NO_DATA 0 0");
        assertThat(row(figures, "detection", "2026-Q1")).isEqualTo("2 3d 3d 4d 0 0");
        assertThat(row(figures, "detection", "2026-Q2")).isEqualTo("1 10d 10d 10d 0 0");
    }

    @Test
    void what_emerged_and_is_not_detected_stands_beside_detection_times() {
        assertThat(row(of(failure("EMERGED=1 DETECTED=5"), failure("EMERGED=9")), "detection", "2026-Q1"))
                .isEqualTo("1 4d 4d 4d 1 0");
    }

    @Test
    void a_failure_that_was_detected_before_the_period_counts_for_its_fix_alone() {
        FigureScope summer = new FigureScope(day(150), day(250), null, day(300), 100, ZoneOffset.UTC);
        Figures figures = Figures.of(
                summer,
                List.of(failure("DETECTED=5 DECIDED=160{remedy:CODE} DEPLOYED=170 2/EMERGED=200")),
                List.of(),
                List.of());

        assertThat(row(figures, "kinds", "all")).startsWith("0 NO_DATA");
        assertThat(row(figures, "measures", "CODE")).isEqualTo("1 1 0");
        assertThat(row(figures, "recurrence", "recurrence")).isEqualTo("1 1 1/1");
    }

    @Test
    void kinds_and_causes_leave_dismissed_and_merged_failures_out_and_count_them_beside() {
        Figures figures = of(
                failure(Severity.CRITICAL, FailureKind.NEAR_MISS, MistakeCategory.MISUSE, "DETECTED=5"),
                failure("DETECTED=5 ANALYSED=6{rootCause:stale-data}"),
                failure("DETECTED=5 ANALYSED=6{learningMode:RETRIEVAL}"),
                failure("DETECTED=5 MERGED=6"),
                failure("DETECTED=5 DISMISSED=6"));

        assertThat(row(figures, "kinds", "NEAR_MISS")).isEqualTo("1 1/3 1 0 0 0");
        assertThat(row(figures, "kinds", "INCIDENT")).isEqualTo("2 2/3 0 2 0 0");
        assertThat(row(figures, "kinds", "all")).isEqualTo("3 3/3 1 2 0 0");
        assertThat(row(figures, "kinds", "dismissed")).isEqualTo("1 NOT_APPLICABLE 0 1 0 0");
        assertThat(row(figures, "kinds", "merged")).isEqualTo("1 NOT_APPLICABLE 0 1 0 0");
        assertThat(row(figures, "causes", "FACTUAL_ERROR")).isEqualTo("2 2/3 1 1");
        assertThat(row(figures, "causes", "MISUSE")).isEqualTo("1 1/3 0 1");
        assertThat(row(figures, "learningModes", "RETRIEVAL")).isEqualTo("1 1/3 0 1");
        assertThat(row(figures, "learningModes", "unstated")).isEqualTo("2 2/3 1 1");
    }

    @Test
    void a_share_on_time_is_of_the_clocks_that_fell_due_alone() {
        ClockCase gone = new ClockCase(null, "AIA-73-2: Serious incident", day(1), day(10), ClockState.VOID, null);
        Figures figures = Figures.of(
                year(),
                List.of(failure("DETECTED=5 DEPLOYED=12")),
                List.of(
                        clock(null, 1, 16, 16),
                        clock(null, 1, 16, 17),
                        clock(null, 1, 16, null),
                        clock(null, 290, 305, 295),
                        clock(null, 290, 305, null),
                        clock(null, 300, 400, null),
                        clock(null, 301, 305, null),
                        gone,
                        clock(TARGET, 5, 15, 12),
                        clock(TARGET, 5, 15, 301)),
                List.of(WITHIN_TEN_DAYS));

        assertThat(row(figures, "clocks", "legal")).isEqualTo("3 1 1 1 1/3 1 1 1");
        assertThat(row(figures, "clocks", "legal:AIA-73-2")).isEqualTo("3 1 1 1 1/3 1 1 1");
        assertThat(row(figures, "clocks", "internal")).isEqualTo("2 1 0 1 1/2 0 0 0");
        assertThat(row(figures, "targets", TARGET.toString())).isEqualTo("2 1 0 1 1/2 0 0 0 7d");
    }

    @Test
    void a_target_that_ended_is_named_only_where_it_was_measured() {
        TargetCase ended = new TargetCase(TARGET, Severity.HIGH, Stage.EMERGED, Stage.DETECTED, "old", true);

        assertThat(Figures.of(year(), List.of(), List.of(), List.of(ended))
                        .table("targets")
                        .orElseThrow()
                        .rows())
                .isEmpty();
        assertThat(row(
                        Figures.of(year(), List.of(), List.of(clock(TARGET, 1, 2, 2)), List.of(ended)),
                        "targets",
                        TARGET.toString()))
                .as("no estimate can be made of detection lags")
                .isEqualTo("1 1 0 0 1/1 0 0 0 NOT_APPLICABLE");
    }

    @Test
    void an_accepted_risk_is_open_again_once_its_acceptance_has_run_out() {
        assertThat(row(
                        of(
                                failure("DETECTED=5 RISK_ACCEPTED=6{expiresOn:2026-10-26}"),
                                failure("DETECTED=5 RISK_ACCEPTED=6{expiresOn:2026-10-28}")),
                        "recurrence",
                        "reopening"))
                .isEqualTo("2 1 1/2");
    }

    @Test
    void the_text_holds_all_figures_and_the_same_figures_have_the_same_text() {
        Figures figures = Figures.of(
                year(),
                List.of(failure("EMERGED=1 DETECTED=5 DEPLOYED=15"), failure("DETECTED=6")),
                List.of(clock(null, 1, 16, 16)),
                List.of(WITHIN_TEN_DAYS));

        Figures read = Figures.parse(figures.text());
        assertThat(read).isEqualTo(figures);
        assertThat(read.text()).isEqualTo(figures.text());
        assertThat(Figures.isOfThisForm(figures.text())).isTrue();
        assertThat(Figures.isOfThisForm(figures.text().replace("\"form\":1", "\"form\":0")))
                .isFalse();
    }

    private static Figures of(FailureCase... failures) {
        return Figures.of(year(), List.of(failures), List.of(), List.of());
    }
}
