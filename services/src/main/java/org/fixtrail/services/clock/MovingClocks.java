package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.OpenClock;
import org.fixtrail.domain.clock.PauseHistory;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.ledger.Moments;

/** Tells what a change would do to open clocks before anybody makes it: two queries, however many clocks there are. */
@ApplicationScoped
class MovingClocks {
    static final Set<ClockState> OPEN = Set.of(ClockState.RUNNING, ClockState.PAUSED);

    private final EntityManager em;
    private final Pauses pauses;
    private final Clock clock;

    @Inject
    MovingClocks(EntityManager em, Pauses pauses, Clock clock) {
        this.em = em;
        this.pauses = pauses;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected MovingClocks() {
        this(null, null, null);
    }

    /**
     * @param proposed with the change in it
     * @param targetIds the targets whose clocks may move
     */
    Foreseen under(TargetBook proposed, Collection<UUID> targetIds) {
        if (targetIds.isEmpty()) {
            return Foreseen.NOTHING;
        }
        Map<UUID, PauseHistory> histories = pauses.ofOpenClocks();
        List<OpenClock> open = em.createQuery(
                        "select c.targetId, c.cycle, c.terms.startedAt, c.terms.legalAt, c.failureId from RunningClock c"
                                + " where c.targetId in :targets and c.state in :open",
                        Object[].class)
                .setParameter("targets", targetIds)
                .setParameter("open", OPEN)
                .getResultStream()
                .map(row -> new OpenClock(
                        (UUID) row[0],
                        (Integer) row[1],
                        (Instant) row[2],
                        (Instant) row[3],
                        histories.getOrDefault((UUID) row[4], PauseHistory.NONE)))
                .toList();
        return Foreseen.of(proposed, open, Moments.toMicros(Instant.now(clock)));
    }
}
