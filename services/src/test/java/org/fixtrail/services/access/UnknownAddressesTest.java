package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownAddressesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void the_wait_doubles_from_the_fifth_miss_on() {
        String waits = IntStream.rangeClosed(1, 12)
                .mapToObj(misses ->
                        String.valueOf(UnknownAddresses.waitAfter(misses).toSeconds()))
                .collect(Collectors.joining(" "));
        assertThat(waits).isEqualTo("0 0 0 0 30 60 120 240 480 900 900 900");
        assertThat(UnknownAddresses.waitAfter(Integer.MAX_VALUE)).hasMinutes(15);
    }

    @Test
    void the_fifth_miss_locks_until_the_wait_is_over() {
        UnknownAddresses addresses = new UnknownAddresses(10);
        for (int i = 0; i < 4; i++) {
            addresses.missed("a@example.org", NOON);
            assertThat(addresses.lockedUntil("a@example.org", NOON)).isEmpty();
        }
        addresses.missed("a@example.org", NOON);
        assertThat(addresses.lockedUntil("a@example.org", NOON)).contains(NOON.plusSeconds(30));
        assertThat(addresses.lockedUntil("a@example.org", NOON.plusSeconds(30))).isEmpty();
        assertThat(addresses.lockedUntil("b@example.org", NOON)).isEmpty();
    }

    @Test
    void only_the_latest_addresses_are_kept() {
        UnknownAddresses addresses = new UnknownAddresses(2);
        for (int i = 0; i < 5; i++) {
            addresses.missed("old@example.org", NOON);
        }
        addresses.missed("b@example.org", NOON);
        addresses.missed("c@example.org", NOON);
        assertThat(addresses.lockedUntil("old@example.org", NOON)).isEmpty();
    }
}
