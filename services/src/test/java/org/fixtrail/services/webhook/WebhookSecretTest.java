package org.fixtrail.services.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
    /** The example that the libraries of the specification share: the same input gives the same signature everywhere. */
    @Test
    void it_signs_as_the_specification_says() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void id_time_and_body_are_all_signed() {
        WebhookSecret secret = WebhookSecret.random();
        Instant at = Instant.parse("2026-03-06T12:00:01.9Z");
        String signed = secret.sign("msg_1", at, "{}");

        assertThat(signed).isEqualTo(secret.sign("msg_1", Instant.parse("2026-03-06T12:00:01Z"), "{}"));
        assertThat(secret.sign("msg_2", at, "{}")).isNotEqualTo(signed);
        assertThat(secret.sign("msg_1", at.plusSeconds(1), "{}")).isNotEqualTo(signed);
        assertThat(secret.sign("msg_1", at, "{ }")).isNotEqualTo(signed);
        assertThat(WebhookSecret.random().sign("msg_1", at, "{}")).isNotEqualTo(signed);
    }

    @Test
    void it_has_256_random_bits_is_written_and_read_and_does_not_show_itself() {
        WebhookSecret secret = WebhookSecret.random();

        assertThat(secret.bytes()).hasSize(32);
        assertThat(secret.text()).startsWith("whsec_");
        assertThat(WebhookSecret.parse(secret.text()).bytes()).isEqualTo(secret.bytes());
        assertThat(WebhookSecret.of(secret.bytes()).text()).isEqualTo(secret.text());
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
        assertThatThrownBy(() -> WebhookSecret.parse("abc")).hasMessageContaining("whsec_");
    }
}
