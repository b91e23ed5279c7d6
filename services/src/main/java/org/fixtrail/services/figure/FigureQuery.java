package org.fixtrail.services.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.services.lag.LagQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked about.
 *
 * @param from first moment of the period
 * @param to first moment after the period
 * @param systemId one AI system alone, or null for all
 * @param asOf what happened later has not happened; null for now
 * @param knownAt size of the ledger that is known; null for all of it
 * @param knownAtTime a moment that resolves to the ledger's size then; used where {@code knownAt} is null
 */
public record FigureQuery(
        Instant from,
        Instant to,
        @Nullable UUID systemId,
        @Nullable Instant asOf,
        @Nullable Long knownAt,
        @Nullable Instant knownAtTime) {

    /** As all that is known by now has it. */
    public static FigureQuery now(Instant from, Instant to, @Nullable UUID systemId) {
        return new FigureQuery(from, to, systemId, null, null, null);
    }

    List<FieldProblem> problems(Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!from.isBefore(to)) {
            problems.add(new FieldProblem("to", "must be after the begin of the period"));
        }
        Instant moment = asOf;
        if (moment != null && moment.isAfter(now.plus(Timeline.CLOCK_SKEW))) {
            problems.add(new FieldProblem("asOf", "is in the future"));
        }
        return problems;
    }

    /** Failures detected at any time: some figures are about fixes of the period, not about detections. */
    LagQuery failures() {
        return new LagQuery(systemId, null, null, null, null, asOf, knownAt, knownAtTime, Cycles.FIRST, List.of());
    }
}
