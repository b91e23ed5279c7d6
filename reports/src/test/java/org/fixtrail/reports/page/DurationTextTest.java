package org.fixtrail.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.4S, under 1 s",
        "PT59.9S, 59 s",
        "PT36M, 36 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h 0 min",
        "PT3H28M, 3 h 28 min",
        "PT23H59M59S, 23 h 59 min",
        "PT24H, 1 d 0 h",
        "P47D, 47 d 0 h",
        "P400DT5H59M, 400 d 5 h",
        "-PT5M, −5 min"
    })
    void durations_are_cut_to_two_units(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }

    @Test
    void no_duration_is_a_dash() {
        assertThat(DurationText.of(null)).isEqualTo("–");
    }
}
