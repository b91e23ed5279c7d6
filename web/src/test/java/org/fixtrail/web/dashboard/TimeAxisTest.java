package org.fixtrail.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    @ParameterizedTest
    @CsvSource({
        "PT1M, PT1M, 1",
        "PT43M, PT10M, 5",
        "PT5H, PT1H, 5",
        "PT5H1S, PT2H, 3",
        "P47D, P14D, 4",
        "P365D, P90D, 5"
    })
    void ticks_lie_where_people_expect_them(Duration longest, Duration step, int steps) {
        assertThat(TimeAxis.upTo(longest)).isEqualTo(new TimeAxis(step, steps));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT59M", "P9D", "P100D", "P4000D", "P400000D"})
    void the_longest_lies_on_the_axis_and_longer_ones_at_its_end(Duration longest) {
        TimeAxis axis = TimeAxis.upTo(longest);

        assertThat(axis.step().multipliedBy(axis.steps())).isGreaterThanOrEqualTo(longest);
        assertThat(axis.steps()).isBetween(1, 5);
        assertThat(axis.share(longest)).isLessThanOrEqualTo(1);
        assertThat(axis.share(Duration.ZERO)).isZero();
        assertThat(axis.share(longest.multipliedBy(9).plusDays(1))).isEqualTo(1);
    }
}
