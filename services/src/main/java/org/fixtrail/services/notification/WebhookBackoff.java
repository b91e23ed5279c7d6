package org.fixtrail.services.notification;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a webhook waits after a failed try: about as long as it has been failing, so that waits double, from 5 seconds to 6
 * hours. Up to half of each is cut off at random, so that what failed together does not come back together.
 *
 * @param giveUp how long it is tried at most
 */
record WebhookBackoff(Duration giveUp) {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    /**
     * @param failing since the first try
     * @param chance evenly from 0 to 1, chosen anew each time
     * @return empty when it is time to give up; the last try is at that time
     */
    Optional<Duration> after(Duration failing, double chance) {
        if (failing.compareTo(giveUp) >= 0) {
            return Optional.empty();
        }
        Duration wait = failing.compareTo(SHORTEST) < 0 ? SHORTEST : failing;
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        Duration cut = Duration.ofMillis((long) (bounded.toMillis() * (1 - chance / 2)));
        Duration left = giveUp.minus(failing);
        return Optional.of(cut.compareTo(left) > 0 ? left : cut);
    }
}
