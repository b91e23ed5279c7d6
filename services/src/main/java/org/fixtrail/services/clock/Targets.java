package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.services.access.CallerContext;

/**
 * Reads targets inside a use case's transaction. Who works with them shares a lock until the commit, and who sets one holds
 * it alone: so no failure slips between a new target and those whose clocks it starts.
 */
@ApplicationScoped
public class Targets {
    private final EntityManager em;

    @Inject
    public Targets(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Targets() {
        this(null);
    }

    TargetBook shared() {
        return locked("select 1 from pg_advisory_xact_lock_shared(hashtextextended(?1, 0))");
    }

    TargetBook alone() {
        return locked("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))");
    }

    TargetBook read() {
        return TargetBook.of(
                em.createQuery("select t from Target t", Target.class).getResultList());
    }

    private TargetBook locked(String lock) {
        List<?> held = em.createNativeQuery(lock)
                .setParameter(1, "targets of " + CallerContext.get().organisationId())
                .getResultList();
        if (held.isEmpty()) {
            throw new IllegalStateException("the lock on the targets was not taken");
        }
        return read();
    }

    /** Has the clocks looked at again of all open failures of the target's severity, and of those that it runs on. */
    void lookAgain(Target target, Instant now) {
        em.createNativeQuery("""
                insert into clock_refresh (organisation_id, failure_id, due_at)
                select f.organisation_id, f.id, ?1 from failure f
                where f.organisation_id = current_organisation()
                    and (f.status = 'OPEN' and f.severity = ?2 or exists (
                        select 1 from clock c where c.organisation_id = f.organisation_id and c.failure_id = f.id
                            and c.target_id = ?3 and c.state in ('RUNNING', 'OVERDUE_STRICT')))
                on conflict (organisation_id, failure_id) do update set due_at = excluded.due_at
                """)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, target.severity().name())
                .setParameter(3, target.targetId())
                .executeUpdate();
    }
}
