package org.fixtrail.services.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fixtrail.services.drift.Drift.Look;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Look FIRST = new Look(NOON, 0);

    @Test
    void a_clock_that_goes_as_it_should_is_no_problem() {
        Look next = new Look(NOON.plusSeconds(30), Duration.ofSeconds(30).toNanos());

        assertThat(Drift.NONE.after(FIRST, next, Duration.ofSeconds(-59)).problem(next.wall()))
                .isEmpty();
    }

    @Test
    void an_hour_ahead_of_the_database_is_told_until_it_is_right_again() {
        Drift drift = Drift.NONE.after(null, FIRST, Duration.ofHours(1));

        assertThat(drift.problem(NOON).orElseThrow()).contains("60 minutes ahead of that of the database");
        assertThat(Drift.NONE
                        .after(null, FIRST, Duration.ofHours(-1))
                        .problem(NOON)
                        .orElseThrow())
                .contains("60 minutes behind that of the database");
        Look next = new Look(NOON.plusSeconds(30), Duration.ofSeconds(30).toNanos());
        assertThat(drift.after(FIRST, next, Duration.ZERO).problem(next.wall())).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_by_an_hour_is_told_for_a_day_even_if_the_database_shares_it() {
        Look back = new Look(NOON.minusSeconds(3_570), Duration.ofSeconds(30).toNanos());
        Drift drift = Drift.NONE.after(FIRST, back, Duration.ZERO);

        assertThat(drift.problem(back.wall()).orElseThrow()).contains("set 60 minutes back at 2026-11-20T11:00:30Z");
        Look next = new Look(back.wall().plusSeconds(30), Duration.ofSeconds(60).toNanos());
        assertThat(drift.after(back, next, Duration.ZERO).problem(next.wall())).isPresent();
        assertThat(drift.problem(back.wall().plus(Duration.ofHours(25)))).isEmpty();
    }
}
