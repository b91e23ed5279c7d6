package org.fixtrail.services.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void it_waits_longer_each_time_and_gives_up_after_a_day() {
        assertThat(Stream.of(1, 2, 3, 4, 5).map(Backoff::after).map(Optional::orElseThrow))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4));
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Backoff::after).map(Optional::orElseThrow))
                .isSorted();
        assertThat(IntStream.rangeClosed(1, 100)
                        .mapToObj(Backoff::after)
                        .flatMap(Optional::stream)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofDays(1));
    }
}
