package org.fixtrail.services.lag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fixtrail.domain.lag.Bottleneck;
import org.fixtrail.domain.lag.DetectionCohorts;
import org.fixtrail.domain.lag.LagFigure;

/**
 * Lag of a population. The same as-of and known-at always give the same figures.
 *
 * @param knownAt size of the ledger that was known
 * @param figures one for each pair asked about, but for pairs that are right-truncated
 * @param detection where such a pair was asked about: detection lag by cohort, among those detected so far
 */
public record LagAnswer(
        Instant asOf,
        long knownAt,
        List<LagFigure> figures,
        Optional<DetectionCohorts> detection,
        Bottleneck bottleneck) {
    public LagAnswer {
        figures = List.copyOf(figures);
    }
}
