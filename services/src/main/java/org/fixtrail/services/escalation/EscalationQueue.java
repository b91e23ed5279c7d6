package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks, before an organisation is known, what goes up now. */
@ApplicationScoped
@Transactional
class EscalationQueue {
    private final EntityManager em;

    @Inject
    EscalationQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected EscalationQueue() {
        this(null);
    }

    /** Something that goes up, and its organisation. */
    record Due(UUID organisationId, UUID escalationId) {}

    /** What waits longest first. */
    List<Due> due(Instant now, int most) {
        List<?> rows = em.createNativeQuery("select organisation_id, escalation_id from due_escalations(?1, ?2)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Due((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
