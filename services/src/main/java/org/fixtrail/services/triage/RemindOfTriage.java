package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;

/** What of legal triage waits for somebody. */
@ApplicationScoped
@Transactional
public class RemindOfTriage {
    /** More are there when these are done. */
    private static final int MOST = 10;

    private final EntityManager em;

    @Inject
    RemindOfTriage(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected RemindOfTriage() {
        this(null);
    }

    /** A failure that waits. */
    public record WaitingFailure(FailureId failure, String title) {}

    /** Open serious incidents on whose current cycle nobody has answered the questions, the latest first. */
    @Requires(Permission.STATE_FACTS)
    public List<WaitingFailure> unanswered() {
        return em.createQuery("""
                        select f.id, f.title from Failure f where f.kind = :kind and f.status = :open and not exists (
                            select s.id from FactSheet s where s.failureId = f.id and s.cycle = f.cycle)
                        order by f.changedAt desc, f.id
                        """, Object[].class)
                .setParameter("kind", FailureKind.SERIOUS_INCIDENT)
                .setParameter("open", FailureStatus.OPEN)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new WaitingFailure(new FailureId((UUID) row[0]), (String) row[1]))
                .toList();
    }

    /** Failures on which somebody else's answers, or call that a clock does not apply, wait for a second person. */
    @Requires(Permission.WAIVE_DUTY)
    public List<WaitingFailure> undecided() {
        return em.createQuery("""
                        select f.id, f.title from Failure f where f.id in (
                            select s.failureId from FactSheet s where s.waits = true and s.actor <> :self
                                and not exists (select c.id from Countersignature c where c.subjectId = s.id)
                                and not exists (select l.id from FactSheet l where l.failureId = s.failureId
                                    and l.cycle = s.cycle and l.leaf > s.leaf and l.waits = false))
                            or f.id in (
                            select w.failureId from Waiver w where w.lifted = false and w.actor <> :self
                                and not exists (select c.id from Countersignature c where c.subjectId = w.id))
                        order by f.changedAt desc, f.id
                        """, Object[].class)
                .setParameter("self", CallerContext.get().actor())
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new WaitingFailure(new FailureId((UUID) row[0]), (String) row[1]))
                .toList();
    }

    /** Failures with a legal hold of their own that somebody else proposes to lift. */
    @Requires(Permission.WAIVE_DUTY)
    public List<WaitingFailure> undecidedHolds() {
        return em.createQuery("""
                        select f.id, f.title from Failure f where f.id in (
                            select h.failureId from LegalHold h where h.lifted = true and h.actor <> :self
                                and not exists (select c.id from Countersignature c where c.subjectId = h.id))
                        order by f.changedAt desc, f.id
                        """, Object[].class)
                .setParameter("self", CallerContext.get().actor())
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new WaitingFailure(new FailureId((UUID) row[0]), (String) row[1]))
                .toList();
    }

    /** How many rules somebody else has called not applicable, waiting for a second person. */
    @Requires(Permission.WAIVE_DUTY)
    public long undecidedRules() {
        return em.createQuery("""
                        select count(w) from Waiver w where w.clockId is null and w.lifted = false and w.actor <> :self
                            and not exists (select c.id from Countersignature c where c.subjectId = w.id)
                        """, Long.class)
                .setParameter("self", CallerContext.get().actor())
                .getSingleResult();
    }
}
