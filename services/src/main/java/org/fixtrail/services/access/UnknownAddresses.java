package org.fixtrail.services.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Misses on addresses that have no account. They lock like an account does, so that a lock does not tell which addresses
 * exist. Kept in memory for the latest addresses only: nothing of value is behind them.
 */
final class UnknownAddresses {
    private static final int FREE_MISSES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Map<String, Misses> latest;

    UnknownAddresses(int most) {
        latest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Misses> eldest) {
                return size() > most;
            }
        };
    }

    private record Misses(int count, Instant lockedUntil) {}

    synchronized Optional<Instant> lockedUntil(String address, Instant now) {
        return Optional.ofNullable(latest.get(address)).map(Misses::lockedUntil).filter(until -> until.isAfter(now));
    }

    synchronized void missed(String address, Instant now) {
        Misses before = latest.get(address);
        int count = before == null ? 1 : before.count() + 1;
        latest.put(address, new Misses(count, now.plus(waitAfter(count))));
    }

    /** The same table as the database function {@code account_missed}: none, then 30 s doubling up to 15 min. */
    static Duration waitAfter(int misses) {
        if (misses <= FREE_MISSES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(misses - FREE_MISSES - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
