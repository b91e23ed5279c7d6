package org.fixtrail.services.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks, before an organisation is known, whose digests are due. */
@ApplicationScoped
@Transactional
class DigestQueue {
    private final EntityManager em;

    @Inject
    DigestQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected DigestQueue() {
        this(null);
    }

    /** A person and the organisation. */
    record Due(UUID organisationId, UUID personId) {}

    List<Due> due(Instant now, int most) {
        List<?> rows = em.createNativeQuery("select organisation_id, person_id from due_digests(?1, ?2)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Due((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
