package org.fixtrail.services.lag;

import java.time.Instant;
import java.util.List;
import org.fixtrail.domain.lag.FailureLine;

/** The cycles that a question is about, as they were known. */
public record LagPopulation(Instant asOf, long knownAt, List<FailureLine> lines) {
    public LagPopulation {
        lines = List.copyOf(lines);
    }
}
