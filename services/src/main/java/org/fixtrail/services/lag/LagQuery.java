package org.fixtrail.services.lag;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.StagePair;
import org.jspecify.annotations.Nullable;

/**
 * Which population is asked about, and how it is looked at; what is null does not filter.
 *
 * @param from first moment of detection that counts
 * @param to first moment of detection that no longer counts
 * @param asOf what happened later has not happened; null for now
 * @param knownAt size of the ledger that is known; null for all of it
 * @param knownAtTime a moment that resolves to the ledger's size then; used where {@code knownAt} is null
 */
public record LagQuery(
        @Nullable UUID systemId,
        @Nullable Severity severity,
        @Nullable MistakeCategory category,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant asOf,
        @Nullable Long knownAt,
        @Nullable Instant knownAtTime,
        Cycles cycles,
        List<StagePair> pairs) {
    public LagQuery {
        pairs = List.copyOf(pairs);
    }

    /** Everything, first cycles, now. */
    public static LagQuery everything(StagePair... pairs) {
        return new LagQuery(null, null, null, null, null, null, null, null, Cycles.FIRST, List.of(pairs));
    }

    public LagQuery ofSystem(UUID system) {
        return new LagQuery(system, severity, category, from, to, asOf, knownAt, knownAtTime, cycles, pairs);
    }

    public LagQuery ofSeverity(Severity wanted) {
        return new LagQuery(systemId, wanted, category, from, to, asOf, knownAt, knownAtTime, cycles, pairs);
    }
}
