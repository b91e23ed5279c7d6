package org.fixtrail.services.accessreview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;

/** What waits for the caller in matters of access; one query each, for a page that is opened often. */
@ApplicationScoped
@Transactional
public class RemindOfAccess {
    private static final Duration AHEAD = Duration.ofDays(7);

    private final EntityManager em;
    private final Clock clock;

    @Inject
    RemindOfAccess(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected RemindOfAccess() {
        this(null, null);
    }

    /**
     * A review that is to be done.
     *
     * @param dueAt empty if there was none yet, so that it is due now
     * @param overdue whether that has gone by
     */
    public record DueReview(Optional<Instant> dueAt, boolean overdue) {}

    /** The next review, if it is due within a week or overdue. */
    @Requires(Permission.REVIEW_ACCESS)
    public Optional<DueReview> review() {
        Instant now = Instant.now(clock);
        Optional<Instant> due = em.createQuery(
                        "select r.nextDueAt from AccessReview r order by r.leaf desc", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        return due.filter(at -> at.isAfter(now.plus(AHEAD))).isPresent()
                ? Optional.empty()
                : Optional.of(new DueReview(due, due.map(at -> at.isBefore(now)).orElse(true)));
    }

    /** How many proposals wait that are neither by the caller nor for the caller. */
    @Requires(Permission.CONFIRM_RIGHTS)
    public long proposals() {
        Caller caller = CallerContext.get();
        UUID self = caller.person();
        if (self == null) {
            return 0;
        }
        return em.createQuery(
                        "select count(p) from GrantProposal p where p.actor <> :actor and p.personId <> :self"
                                + " and not exists (select d.id from GrantDecision d where d.proposalId = p.id)",
                        Long.class)
                .setParameter("actor", caller.actor())
                .setParameter("self", self)
                .getSingleResult();
    }
}
