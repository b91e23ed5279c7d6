package org.fixtrail.services.lag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.domain.lag.TrafficReport;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.FailureLines;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.system.Systems;

/** How many occurrences, and interactions where known, fell inside the lags of a failure. */
@ApplicationScoped
@Transactional
public class FailureExposure {
    private static final List<StagePair> PAIRS =
            List.of(StagePair.DETECTION, StagePair.CONTAINMENT, StagePair.ADAPTATION);

    private final EntityManager em;
    private final Failures failures;
    private final Systems systems;
    private final Clock clock;

    @Inject
    public FailureExposure(EntityManager em, Failures failures, Systems systems, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.systems = systems;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected FailureExposure() {
        this(null, null, null, null);
    }

    /** Exposure of a failure's current cycle during each lag that has begun. */
    @Requires(Permission.VIEW_RECORD)
    public Map<StagePair, Exposure> of(UUID failureId) {
        Failure failure = failures.get(failureId);
        Timeline timeline = failures.now(failures.facts(failureId));
        FailureLine line = FailureLines.line(failureId, Math.max(1, timeline.cycle()), timeline);
        return of(failure, line, Instant.now(clock), Long.MAX_VALUE);
    }

    /** For other use cases: as of a moment and as known at a size of the ledger. */
    public Map<StagePair, Exposure> of(Failure failure, FailureLine line, Instant asOf, long knownAt) {
        List<TrafficReport> reports = systems.traffic(List.of(failure.systemId()), knownAt).stream()
                .map(report -> new TrafficReport(report.fromAt(), report.toAt(), report.interactions()))
                .toList();
        Map<StagePair, Exposure> exposures = new LinkedHashMap<>();
        for (StagePair pair : PAIRS) {
            Lag.measure(line, pair, asOf)
                    .filter(lag -> lag.end().isAfter(lag.start()))
                    .ifPresent(lag -> exposures.put(
                            pair,
                            new Exposure(
                                    lag.start(),
                                    lag.end(),
                                    occurrences(failure, lag.start(), lag.end(), knownAt),
                                    Traffic.within(lag.start(), lag.end(), reports))));
        }
        return exposures;
    }

    private long occurrences(Failure failure, Instant from, Instant to, long knownAt) {
        return em.createQuery(
                        "select count(s) from Signal s, SignalBatch b where b.id = s.batchId and b.leaf < :known"
                                + " and s.failureId = :failure and s.occurredAt >= :from and s.occurredAt < :to",
                        Long.class)
                .setParameter("known", knownAt)
                .setParameter("failure", failure.id())
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    }
}
