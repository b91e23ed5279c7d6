package org.fixtrail.services.lag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.lag.CohortLength;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.jspecify.annotations.Nullable;

/**
 * Adaptation lag for the first page, which everybody opens and which must be there at once: measured anew when anything was
 * recorded in the organisation, and else once a minute, since open failures grow older.
 */
@ApplicationScoped
@Transactional
public class LagBoard {
    private static final Duration HOLDS = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 200;

    private final MeasureLag lag;
    private final LagPopulations populations;
    private final Clock clock;
    private final Map<Asked, LagWithTrend> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, LagWithTrend> eldest) {
            return size() > MOST_KEPT;
        }
    };

    @Inject
    public LagBoard(MeasureLag lag, LagPopulations populations, Clock clock) {
        this.lag = lag;
        this.populations = populations;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected LagBoard() {
        this(null, null, null);
    }

    private record Asked(UUID organisationId, @Nullable UUID systemId, ZoneId zone) {}

    /**
     * By quarter of detection; tells of when it is.
     *
     * @param systemId null for all AI systems
     */
    @Requires(Permission.VIEW_RECORD)
    public LagWithTrend show(@Nullable UUID systemId, ZoneId zone) {
        Asked asked = new Asked(CallerContext.get().organisationId(), systemId, zone);
        LagWithTrend before = find(asked);
        if (before != null && holds(before.answer())) {
            return before;
        }
        LagQuery everything = LagQuery.everything(StagePair.ADAPTATION);
        LagWithTrend now = lag.measureWithTrend(
                systemId == null ? everything : everything.ofSystem(systemId), CohortLength.QUARTER, zone);
        keep(asked, now);
        return now;
    }

    private boolean holds(LagAnswer answer) {
        Instant now = Instant.now(clock);
        return !now.isBefore(answer.asOf())
                && now.isBefore(answer.asOf().plus(HOLDS))
                && answer.knownAt() == populations.knownNow();
    }

    private synchronized @Nullable LagWithTrend find(Asked asked) {
        return kept.get(asked);
    }

    private synchronized void keep(Asked asked, LagWithTrend measured) {
        kept.put(asked, measured);
    }
}
