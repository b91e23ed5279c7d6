package org.fixtrail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallTimeTest {
    private static final WallTime MADRID = new WallTime(ZoneId.of("Europe/Madrid"));

    @Test
    void times_are_read_and_written_in_the_zone() {
        Instant at = Instant.parse("2026-07-01T10:15:30Z");

        assertThat(MADRID.text(at)).isEqualTo("2026-07-01 12:15");
        assertThat(MADRID.exact(at)).isEqualTo("2026-07-01 12:15:30 +02:00 (Europe/Madrid)");
        assertThat(MADRID.parse(MADRID.input(at))).contains(at);
    }

    @Test
    void a_date_means_its_first_moment() {
        assertThat(MADRID.parse("2026-01-07")).contains(Instant.parse("2026-01-06T23:00:00Z"));
    }

    @Test
    void a_time_that_happens_twice_is_the_first_and_one_that_is_left_out_moves_on() {
        assertThat(MADRID.parse("2026-10-25T02:30")).contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(MADRID.parse("2026-03-29T02:30")).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yesterday", "2026-13-01", "2026-02-30T10:00", "2026-01-01T25:00", "T"})
    void what_is_no_time_is_not_guessed(String text) {
        assertThat(MADRID.parse(text)).isEmpty();
    }
}
