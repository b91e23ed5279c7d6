package org.fixtrail.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.fixtrail.domain.notification.MailWishes.Quiet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailWishesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        // over midnight, in winter time (UTC+1)
        "22:00, 07:00, 2026-01-10T20:59:59Z,",
        "22:00, 07:00, 2026-01-10T21:00:00Z, 2026-01-11T06:00:00Z",
        "22:00, 07:00, 2026-01-11T05:59:59Z, 2026-01-11T06:00:00Z",
        "22:00, 07:00, 2026-01-11T06:00:00Z,",
        // within a day
        "12:00, 13:30, 2026-01-10T10:59:00Z,",
        "12:00, 13:30, 2026-01-10T11:00:00Z, 2026-01-10T12:30:00Z",
        "12:00, 13:30, 2026-01-10T12:30:00Z,",
        // the night in which clocks go forward at 2 has an hour less
        "22:00, 07:00, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
        // an end that does not exist is the moment of the change, an hour later by the wall
        "22:00, 02:30, 2026-03-29T00:59:00Z, 2026-03-29T01:30:00Z",
        // an end that exists twice is the later one
        "22:00, 02:30, 2026-10-25T00:10:00Z, 2026-10-25T01:30:00Z",
        "22:00, 02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z"
    })
    void quiet_hours_end_by_the_wall_of_the_person(
            LocalTime from, LocalTime until, Instant now, @Nullable Instant end) {
        MailWishes wishes = new MailWishes(true, true, new Quiet(from, until), null, PARIS);

        assertThat(wishes.quietUntil(now).orElse(null)).isEqualTo(end);
    }

    @Test
    void whoever_chose_nothing_has_no_quiet_hours_and_no_digest() {
        MailWishes usual = MailWishes.usual(PARIS);

        assertThat(usual.warnings()).isTrue();
        assertThat(usual.breaches()).isTrue();
        assertThat(usual.quietUntil(Instant.EPOCH)).isEmpty();
        assertThat(usual.digestAfter(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2026-01-10T06:59:59Z, 2026-01-10T07:00:00Z",
        "8, 2026-01-10T07:00:00Z, 2026-01-11T07:00:00Z",
        "8, 2026-03-28T12:00:00Z, 2026-03-29T06:00:00Z",
        "2, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "0, 2026-01-10T23:30:00Z, 2026-01-11T23:00:00Z"
    })
    void the_digest_comes_once_a_day_at_its_hour(int hour, Instant after, Instant next) {
        assertThat(new MailWishes(true, true, null, hour, PARIS).digestAfter(after))
                .hasValue(next);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        LocalTime noon = LocalTime.NOON;
        assertThatIllegalArgumentException().isThrownBy(() -> new Quiet(noon, noon));
        assertThatIllegalArgumentException().isThrownBy(() -> new MailWishes(true, true, null, 24, PARIS));
    }
}
