package org.fixtrail.web.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which tokens were used. On one node only: a logout token that is played again on another ends sessions that are
 * ended already, or were opened within these minutes.
 */
final class ReplayGuard {
    /** Older tokens are not taken at all, so they need not be remembered. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int MOST = 50_000;

    private final Clock clock;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    ReplayGuard(Clock clock) {
        this.clock = clock;
    }

    /** Whether the token is seen for the first time. */
    synchronized boolean isNew(String id) {
        Instant now = Instant.now(clock);
        Iterator<Instant> oldest = used.values().iterator();
        while (oldest.hasNext()) {
            boolean forgotten = oldest.next().plus(REMEMBERED).isBefore(now) || used.size() >= MOST;
            if (!forgotten) {
                break;
            }
            oldest.remove();
        }
        return used.putIfAbsent(id, now) == null;
    }
}
