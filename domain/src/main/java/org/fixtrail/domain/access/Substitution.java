package org.fixtrail.domain.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody stands in for an absent person and holds that person's roles beside the own.
 *
 * @param from the first moment
 * @param to the first moment after it
 */
public record Substitution(UUID substitute, UUID absent, Instant from, Instant to) {
    public Substitution {
        if (substitute.equals(absent)) {
            throw new IllegalArgumentException("nobody stands in for themselves");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a substitution ends after it begins");
        }
    }

    public boolean isInForceAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
