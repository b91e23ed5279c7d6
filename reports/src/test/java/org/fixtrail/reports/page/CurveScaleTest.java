package org.fixtrail.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixtrail.services.pack.LagCurve;
import org.fixtrail.services.pack.LagCurve.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveScaleTest {

    @Test
    void the_axis_ends_where_a_twentieth_is_left_and_says_so() {
        CurveScale scale = CurveScale.of(curve(86_400, new Point(60, 0.5, 0.4, 0.6), new Point(600, 0.05, 0, 0.1)));

        assertThat(scale).isEqualTo(new CurveScale(660, 300, true));
        assertThat(scale.label(300)).isEqualTo("5 min");
    }

    @Test
    void the_axis_shows_all_where_the_curve_stays_up() {
        CurveScale scale = CurveScale.of(curve(40 * 86_400, new Point(86_400, 0.8, 0.6, 0.9)));

        assertThat(scale).isEqualTo(new CurveScale(40 * 86_400, 5 * 86_400, false));
        assertThat(scale.label(10 * 86_400)).isEqualTo("10 d");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 59, 3_600, 100_000, 31_536_000, 3_153_600_000L})
    void there_are_never_more_than_nine_marks(long observed) {
        CurveScale scale = CurveScale.of(curve(observed));

        assertThat(scale.marks()).hasSizeBetween(1, 9);
        assertThat(scale.endSeconds()).isPositive();
    }

    private static LagCurve curve(long observed, Point... points) {
        return new LagCurve("x", 10, 2, List.of(points), observed);
    }
}
