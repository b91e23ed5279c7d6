package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RightsCacheTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final RightsCache cache = new RightsCache(2);

    @Test
    void a_caller_is_known_for_as_long_as_both_versions_stay_the_same() {
        UUID id = keep(7, 3, NOW.plusSeconds(60));

        assertThat(cache.find(id, 7, 3, NOW)).isPresent();
        assertThat(cache.find(id, 8, 3, NOW)).isEmpty();
        assertThat(cache.find(id, 7, 4, NOW)).isEmpty();
        assertThat(cache.find(UUID.randomUUID(), 7, 3, NOW)).isEmpty();
    }

    @Test
    void time_alone_ends_it() {
        UUID id = keep(7, 0, NOW.plusSeconds(60));

        assertThat(cache.find(id, 7, 0, NOW.plusSeconds(59))).isPresent();
        assertThat(cache.find(id, 7, 0, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void the_latest_ones_are_kept() {
        UUID first = keep(1, 0, Instant.MAX);
        UUID second = keep(1, 0, Instant.MAX);
        assertThat(cache.find(first, 1, 0, NOW)).isPresent();
        UUID third = keep(1, 0, Instant.MAX);

        assertThat(cache.find(second, 1, 0, NOW)).isEmpty();
        assertThat(cache.find(first, 1, 0, NOW)).isPresent();
        assertThat(cache.find(third, 1, 0, NOW)).isPresent();
    }

    private UUID keep(long version, long keyVersion, Instant until) {
        UUID id = UUID.randomUUID();
        cache.keep(id, new RightsCache.Kept(Caller.server(id), version, keyVersion, until));
        return id;
    }
}
