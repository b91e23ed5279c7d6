package org.fixtrail.services.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.notification.TryOutcome;

/** The clocks that missed their deadline, and how many mails went out, as the ledger knows them. */
@ApplicationScoped
class PackClocks {
    private static final Set<ClockState> MISSED = Set.of(ClockState.BREACHED, ClockState.MET_LATE);

    private final EntityManager em;

    @Inject
    PackClocks(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected PackClocks() {
        this(null);
    }

    List<PackClock> missed(Set<UUID> failureIds, Instant asOf, long knownAt) {
        return em.createQuery("""
                        select e from ClockEvent e where e.leaf < :known and e.state in :missed
                        and e.leaf = (select max(o.leaf) from ClockEvent o
                                      where o.clockId = e.clockId and o.leaf < :known)
                        """, ClockEvent.class)
                .setParameter("known", knownAt)
                .setParameter("missed", MISSED)
                .getResultStream()
                .filter(event -> failureIds.contains(event.failureId())
                        && event.legalAt().isBefore(asOf))
                .sorted(Comparator.comparing(ClockEvent::legalAt).thenComparing(ClockEvent::clockId))
                .map(event -> clock(event, asOf))
                .toList();
    }

    /** Mails alone; ids of webhooks begin otherwise. */
    long notificationsSent(Set<UUID> failureIds, long knownAt) {
        return em.createQuery(
                        "select n.failureId from NotificationTry t, Notification n where n.id = t.notificationId"
                                + " and t.outcome = :sent and t.leaf < :known and n.failureId is not null and n.messageId like '<%'",
                        UUID.class)
                .setParameter("sent", TryOutcome.SENT)
                .setParameter("known", knownAt)
                .getResultStream()
                .filter(failureIds::contains)
                .count();
    }

    private static PackClock clock(ClockEvent event, Instant asOf) {
        Instant met = event.metAt();
        Instant metAsOf = met == null || met.isAfter(asOf) ? null : met;
        return new PackClock(
                event.obligation(),
                new FailureId(event.failureId()).toString(),
                event.startedAt(),
                event.legalAt(),
                event.state().label(),
                metAsOf,
                Duration.between(event.legalAt(), metAsOf == null ? asOf : metAsOf));
    }
}
