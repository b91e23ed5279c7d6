package org.fixtrail.domain.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.4S, under 1 s",
        "PT59.9S, 59 s",
        "PT36M59S, 36 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h 0 min",
        "PT23H59M59S, 23 h 59 min",
        "PT24H, 1 d 0 h",
        "P47D, 47 d 0 h",
        "P47DT9H59M, 47 d 9 h",
        "PT-90M, \u22121 h 30 min"
    })
    void smaller_units_are_cut_off_and_never_rounded_up(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }
}
