package org.fixtrail.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final UUID LOG = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID ROW = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final UUID FAILURE = UUID.fromString("00000000-0000-0000-0000-000000000003");

    @Test
    void the_bytes_are_those_that_are_written_down() {
        Leaf leaf = new Leaf(
                LOG,
                17,
                Instant.parse("2026-03-01T10:15:30.123456Z"),
                ActType.TRANSITION_RECORDED,
                new Actor(Actor.Kind.PERSON, ROW).toString(),
                ROW,
                Sha256.over(),
                FAILURE,
                Sha256.over(),
                null,
                null);
        assertThat(new String(leaf.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"act\":\"transition.recorded\",\"actor\":\"person:00000000-0000-0000-0000-000000000002\","
                        + "\"at\":\"2026-03-01T10:15:30.123456Z\","
                        + "\"content\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","
                        + "\"failure\":\"00000000-0000-0000-0000-000000000003\","
                        + "\"failurePrev\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","
                        + "\"log\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"row\":\"00000000-0000-0000-0000-000000000002\",\"seq\":17,\"v\":1}");
    }

    @Test
    void the_same_content_under_another_salt_commits_to_something_else() {
        byte[] salt = new byte[Commitment.SALT_LENGTH];
        byte[] other = salt.clone();
        Arrays.fill(other, (byte) 1);
        Map<String, Object> content = Map.of("stage", "DETECTED");
        assertThat(Commitment.to(content, salt)).isNotEqualTo(Commitment.to(content, other));
        assertThat(Commitment.to(content, salt)).isEqualTo(Commitment.to(Map.of("stage", "DETECTED"), salt));
    }

    @Test
    void actors_read_back_as_they_were_written() {
        for (Actor.Kind kind : Actor.Kind.values()) {
            Actor actor = new Actor(kind, ROW);
            assertThat(Actor.parse(actor.toString())).isEqualTo(actor);
        }
    }
}
