package org.fixtrail.services.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Callers as they were worked out, for as long as the versions behind them stay the same; the latest ones only. Versions are
 * read at each request, so that nothing in here outlives a change.
 */
final class RightsCache {
    private final Map<UUID, Kept> latest;

    RightsCache(int most) {
        latest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * A caller with the versions that it was worked out from.
     *
     * @param version of the person
     * @param keyVersion of the key, 0 without one
     * @param until when time alone changes the rights
     */
    record Kept(Caller caller, long version, long keyVersion, Instant until) {}

    /** @param id of the person, or of the key */
    synchronized Optional<Caller> find(UUID id, long version, long keyVersion, Instant now) {
        return Optional.ofNullable(latest.get(id))
                .filter(kept ->
                        kept.version() == version && kept.keyVersion() == keyVersion && now.isBefore(kept.until()))
                .map(Kept::caller);
    }

    synchronized void keep(UUID id, Kept kept) {
        latest.put(id, kept);
    }
}
