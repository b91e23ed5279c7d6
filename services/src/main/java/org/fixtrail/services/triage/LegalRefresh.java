package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.failure.Failures;

/** Brings clocks of rules up to date after something that they depend on changed; inside a use case's transaction. */
@ApplicationScoped
class LegalRefresh {
    private final EntityManager em;
    private final Failures failures;
    private final Clocks clocks;
    private final Clock clock;

    @Inject
    LegalRefresh(EntityManager em, Failures failures, Clocks clocks, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.clocks = clocks;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected LegalRefresh() {
        this(null, null, null, null);
    }

    /** Nobody else changes the failure's clocks until the commit. */
    void hold(UUID failureId) {
        clocks.lock(failureId);
    }

    void failure(UUID failureId) {
        Failure failure = failures.get(failureId);
        clocks.refresh(failure, failures.now(failures.facts(failureId)));
    }

    /** All failures on which questions were answered, in the background within seconds. */
    void allFailures() {
        em.createNativeQuery("""
                insert into clock_refresh (organisation_id, failure_id, due_at)
                select distinct s.organisation_id, s.failure_id, cast(?1 as timestamptz) from fact_sheet s
                where s.organisation_id = current_organisation() and s.failure_id is not null
                on conflict (organisation_id, failure_id) do update set due_at = excluded.due_at
                """)
                .setParameter(1, Timestamp.from(Instant.now(clock)))
                .executeUpdate();
    }
}
