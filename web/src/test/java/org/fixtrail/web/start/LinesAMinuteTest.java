package org.fixtrail.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinesAMinuteTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final LinesAMinute lines = new LinesAMinute(2);

    @Test
    void so_many_pass_in_a_minute_and_no_more() {
        assertThat(lines.take(NINE)).hasValue(0);
        assertThat(lines.take(NINE.plusSeconds(30))).hasValue(0);
        assertThat(lines.take(NINE.plusSeconds(59))).isEmpty();
    }

    @Test
    void the_next_minute_tells_how_many_did_not_pass() {
        for (int i = 0; i < 5; i++) {
            lines.take(NINE);
        }

        assertThat(lines.take(NINE.plusSeconds(60))).hasValue(3);
        assertThat(lines.take(NINE.plusSeconds(60))).hasValue(0);
    }
}
