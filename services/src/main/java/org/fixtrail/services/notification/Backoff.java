package org.fixtrail.services.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a failed try: short at first, and about a day in all. */
final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(10).plusMinutes(39));

    private Backoff() {}

    /**
     * @param tries how many have failed, from 1
     * @return empty when it is time to give up, a day after the first try
     */
    static Optional<Duration> after(int tries) {
        return tries <= WAITS.size() ? Optional.of(WAITS.get(tries - 1)) : Optional.empty();
    }
}
