package org.fixtrail.domain.figure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What figures are asked about. The same scope always gives the same figures.
 *
 * @param from first moment of the period
 * @param to first moment after the period
 * @param systemId one AI system alone, or null for all
 * @param asOf what happened later has not happened
 * @param knownAt size of the ledger that is known
 * @param zone whose calendar quarters follow
 */
public record FigureScope(
        Instant from, Instant to, @Nullable UUID systemId, Instant asOf, long knownAt, ZoneId zone) {
    public FigureScope {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after its begin: " + from + " to " + to);
        }
    }

    /** Whether the moment lies in the period. */
    public boolean holds(@Nullable Instant at) {
        return at != null && !at.isBefore(from) && at.isBefore(to);
    }
}
