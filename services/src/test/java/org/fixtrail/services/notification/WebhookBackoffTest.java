package org.fixtrail.services.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookBackoffTest {
    private static final WebhookBackoff BACKOFF = new WebhookBackoff(Duration.ofHours(72));

    @Test
    void waits_double_and_the_last_try_is_when_the_time_is_over() {
        List<String> waits = new ArrayList<>();
        Duration failing = Duration.ZERO;
        Optional<Duration> next = BACKOFF.after(failing, 0);
        while (next.isPresent()) {
            waits.add(next.get().toString().substring(2));
            failing = failing.plus(next.get());
            next = BACKOFF.after(failing, 0);
        }

        assertThat(failing).isEqualTo(Duration.ofHours(72));
        assertThat(waits)
                .startsWith("5S", "5S", "10S", "20S", "40S", "1M20S", "2M40S", "5M20S", "10M40S", "21M20S", "42M40S")
                .hasSize(25);
    }

    @Test
    void up_to_half_of_a_wait_is_left_to_chance() {
        assertThat(BACKOFF.after(Duration.ofMinutes(10), 0)).hasValue(Duration.ofMinutes(10));
        assertThat(BACKOFF.after(Duration.ofMinutes(10), 0.5)).hasValue(Duration.ofSeconds(450));
        assertThat(BACKOFF.after(Duration.ofMinutes(10), 1)).hasValue(Duration.ofMinutes(5));
    }

    @Test
    void nothing_is_tried_after_the_time_is_over() {
        assertThat(BACKOFF.after(Duration.ofHours(72).minusMillis(1), 0)).hasValue(Duration.ofMillis(1));
        assertThat(BACKOFF.after(Duration.ofHours(72), 0)).isEmpty();
        assertThat(BACKOFF.after(Duration.ofDays(30), 0)).isEmpty();
    }
}
