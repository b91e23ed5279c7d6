package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.fixtrail.domain.access.KeyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    @ParameterizedTest
    @EnumSource
    void a_secret_is_read_again_and_never_made_twice(KeyKind kind) {
        KeySecret secret = KeySecret.random(kind);
        assertThat(KeySecret.parse(secret.text())).contains(secret);
        assertThat(Stream.generate(() -> KeySecret.random(kind)).limit(100).distinct())
                .hasSize(100);
    }

    @Test
    void the_kind_shows_in_the_text() {
        assertThat(KeySecret.random(KeyKind.PERSONAL).text()).startsWith("fxt_p_");
        assertThat(KeySecret.random(KeyKind.MACHINE).text()).startsWith("fxt_m_");
        assertThat(KeySecret.random(KeyKind.PIPELINE).text()).startsWith("fxt_b_");
    }

    @Test
    void what_is_stored_is_the_plain_sha256_of_the_text() {
        KeySecret secret = new KeySecret("fxt_p_" + "A".repeat(43));
        // printf 'fxt_p_AAA...' | sha256sum
        assertThat(HexFormat.of().formatHex(secret.hash()))
                .isEqualTo("1c650dbb31e079b2269e60c040fce3c0142a4d3edba2e0768325561996b92af8");
    }

    @Test
    void it_never_shows_itself_in_a_log() {
        KeySecret secret = KeySecret.random(KeyKind.MACHINE);
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fxt_p_", "fxt_x_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "fxt_p_AAAA=", "Bearer"})
    void what_cannot_be_a_secret_is_not_looked_up(String text) {
        assertThat(KeySecret.parse(text)).isEmpty();
    }
}
