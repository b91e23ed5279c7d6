package org.fixtrail.services.review;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.services.figure.FigureQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a review looks at.
 *
 * @param from first moment of the period
 * @param to first moment after the period
 * @param systemId one AI system alone, or null for all
 * @param asOf what happened later has not happened; null for now
 */
public record ReviewPeriod(
        Instant from,
        Instant to,
        @Nullable UUID systemId,
        @Nullable Instant asOf) {

    FigureQuery figures() {
        return new FigureQuery(from, to, systemId, asOf, null, null);
    }
}
