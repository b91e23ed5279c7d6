package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockPlan;
import org.fixtrail.domain.clock.PlannedClock;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.ledger.Ledger;

/**
 * Keeps a failure's clocks in step with what is known of it; for use cases, inside their transaction. Whoever changes a
 * failure's transitions or severity calls {@link #refresh} before the commit.
 */
@ApplicationScoped
public class Clocks {
    private static final String LOCK_FAILURE = """
            select 1 from failure where organisation_id = current_organisation() and id = ?1 for no key update
            """;

    private final EntityManager em;
    private final Ledger ledger;
    private final Targets targets;
    private final ClockAlarms alarms;
    private final Clock clock;

    @Inject
    public Clocks(EntityManager em, Ledger ledger, Targets targets, ClockAlarms alarms, Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.targets = targets;
        this.alarms = alarms;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Clocks() {
        this(null, null, null, null, null);
    }

    /**
     * Starts, moves and ends the failure's clocks as the facts ask for, records each change, and tells the risk team of what
     * it must know.
     *
     * @param failure with the severity that holds from now on
     * @param timeline with the transitions of this use case in it
     */
    public void refresh(Failure failure, Timeline timeline) {
        TargetBook book = targets.shared();
        if (!book.isEmpty()) {
            refresh(failure, timeline, book);
        }
    }

    private void refresh(Failure failure, Timeline timeline, TargetBook book) {
        lock(failure.id());
        Instant now = Moments.toMicros(Instant.now(clock));
        List<RunningClock> clocks = of(failure.id());
        for (PlannedClock plan : ClockPlan.of(timeline, failure.severity(), book, clocks, now)) {
            RunningClock running = clocks.stream()
                    .filter(known ->
                            known.cycle() == plan.cycle() && known.targetId().equals(plan.targetId()))
                    .findFirst()
                    .orElseGet(() -> begun(failure, plan));
            running.follow(plan, now).forEach(event -> record(failure, running, event));
            if (!em.contains(running)) {
                em.persist(running);
            }
        }
    }

    private void record(Failure failure, RunningClock running, ClockEvent event) {
        ledger.append(event);
        if (event.what().isAlarm()) {
            alarms.tell(failure, running, event);
        }
    }

    private RunningClock begun(Failure failure, PlannedClock plan) {
        return new RunningClock(
                UUID.randomUUID(),
                failure.organisationId(),
                failure.id(),
                failure.systemId(),
                plan.cycle(),
                plan.targetId(),
                zone());
    }

    List<RunningClock> of(UUID failureId) {
        return em.createQuery(
                        "select c from RunningClock c where c.failureId = :failure order by c.cycle, c.id",
                        RunningClock.class)
                .setParameter("failure", failureId)
                .getResultList();
    }

    /** All who change the clocks of one failure queue up here; a failure that is just being opened is nobody else's yet. */
    private void lock(UUID failureId) {
        em.createNativeQuery(LOCK_FAILURE).setParameter(1, failureId).getResultList();
    }

    private String zone() {
        return (String) em.createNativeQuery("select zone from organisation where id = current_organisation()")
                .getSingleResult();
    }
}
