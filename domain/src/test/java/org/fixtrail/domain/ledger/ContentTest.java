package org.fixtrail.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.system.SystemVersion;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final Instant NANOS = Instant.parse("2026-02-23T08:00:00.123456789Z");

    @Test
    void a_moment_finer_than_the_database_keeps_is_refused() {
        assertThatThrownBy(() -> Content.with("at", NANOS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_act_cuts_its_moments_and_does_not_round_them() {
        SystemVersion version = new SystemVersion(UUID.randomUUID(), UUID.randomUUID(), "2.1", NANOS, "");

        assertThat(version.content()).containsEntry("releasedAt", "2026-02-23T08:00:00.123456Z");
        assertThat(version.releasedAt()).isEqualTo("2026-02-23T08:00:00.123456Z");
    }
}
