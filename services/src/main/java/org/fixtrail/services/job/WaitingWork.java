package org.fixtrail.services.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** How much work waits in the whole installation: numbers for operators, nothing of any organisation. */
@ApplicationScoped
public class WaitingWork {
    private final EntityManager em;

    @Inject
    public WaitingWork(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected WaitingWork() {
        this(null);
    }

    /**
     * Counts over all organisations.
     *
     * @param jobs jobs that wait or run
     * @param notifications mails that are not out and not given up
     * @param clocks clocks on which something will happen
     */
    public record Counts(long jobs, long notifications, long clocks) {}

    @Transactional
    public Counts count() {
        Object[] row = (Object[]) em.createNativeQuery("select jobs, notifications, clocks from waiting_work()")
                .getSingleResult();
        return new Counts(number(row[0]), number(row[1]), number(row[2]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
