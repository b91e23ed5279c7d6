package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final byte[] SECRET = "twenty bytes of text".getBytes(StandardCharsets.US_ASCII);
    private static final UUID OWNER = new UUID(1, 2);

    private final SecretBox box = new SecretBox(Optional.of("k".repeat(32)));

    @Test
    void what_is_closed_can_be_opened_and_never_looks_the_same() {
        byte[] closed = box.close(SECRET, OWNER);

        assertThat(box.open(closed, OWNER)).isEqualTo(SECRET);
        assertThat(box.close(SECRET, OWNER)).isNotEqualTo(closed);
        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("twenty");
    }

    @Test
    void another_key_another_owner_or_a_changed_bit_opens_nothing() {
        byte[] closed = box.close(SECRET, OWNER);
        byte[] changed = closed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> box.open(closed, new UUID(1, 3)));
        assertThatIllegalStateException().isThrownBy(() -> box.open(changed, OWNER));
        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretBox(Optional.of("j".repeat(32))).open(closed, OWNER));
    }

    @Test
    void a_short_key_is_none() {
        assertThat(new SecretBox(Optional.of("k".repeat(31))).isThere()).isFalse();
        assertThat(new SecretBox(Optional.empty()).isThere()).isFalse();
        assertThat(box.isThere()).isTrue();
    }
}
