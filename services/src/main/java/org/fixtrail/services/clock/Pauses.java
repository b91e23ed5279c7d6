package org.fixtrail.services.clock;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.clock.ClockPause;
import org.fixtrail.domain.clock.PauseHistory;
import org.fixtrail.services.ledger.Ledger;

/** Reads pauses inside a use case's transaction, with those that it has just recorded. */
@ApplicationScoped
public class Pauses {
    private final EntityManager em;
    private final Ledger ledger;

    @Inject
    public Pauses(EntityManager em, Ledger ledger) {
        this.em = em;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected Pauses() {
        this(null, null);
    }

    /** The acts on one failure, in order. */
    public List<ClockPause> acts(UUID failureId) {
        return acts(List.of(failureId)).toList();
    }

    public PauseHistory of(UUID failureId) {
        return of(List.of(failureId)).getOrDefault(failureId, PauseHistory.NONE);
    }

    /** @param failureIds not empty */
    Map<UUID, PauseHistory> of(Collection<UUID> failureIds) {
        return histories(acts(failureIds));
    }

    /** Of all failures on which open clocks of a target run. */
    Map<UUID, PauseHistory> ofOpenClocks() {
        return histories(em.createQuery(
                        "select p from ClockPause p where p.failureId in (select c.failureId from RunningClock c"
                                + " where c.targetId is not null and c.state in :open) order by p.leaf",
                        ClockPause.class)
                .setParameter("open", MovingClocks.OPEN)
                .getResultStream());
    }

    private Stream<ClockPause> acts(Collection<UUID> failureIds) {
        return Stream.concat(
                em.createQuery(
                                "select p from ClockPause p where p.failureId in :failures order by p.leaf",
                                ClockPause.class)
                        .setParameter("failures", failureIds)
                        .getResultStream(),
                ledger.handedOver(ClockPause.class).stream().filter(pause -> failureIds.contains(pause.failureId())));
    }

    private static Map<UUID, PauseHistory> histories(Stream<ClockPause> acts) {
        return acts.collect(groupingBy(ClockPause::failureId, collectingAndThen(toList(), PauseHistory::of)));
    }
}
