package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Notes what was refused, in a transaction of its own; the notes of a minute become one act of the ledger. */
@ApplicationScoped
public class Refusals {
    private final EntityManager em;
    private final Clock clock;

    @Inject
    public Refusals(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Refusals() {
        this(null, null);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(Caller caller, String useCase, String rule) {
        em.createNativeQuery("""
                insert into refusal_note (organisation_id, id, noted_at, actor, use_case, rule)
                values (current_organisation(), ?1, ?2, ?3, ?4, ?5)
                """)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, java.sql.Timestamp.from(Instant.now(clock)))
                .setParameter(3, caller.actor().toString())
                .setParameter(4, useCase)
                .setParameter(5, rule)
                .executeUpdate();
    }
}
