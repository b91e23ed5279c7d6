package org.fixtrail.services.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks, before an organisation is known, which have refusals to record. */
@ApplicationScoped
@Transactional
public class RefusalQueue {
    private final EntityManager em;

    @Inject
    public RefusalQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected RefusalQueue() {
        this(null);
    }

    public List<UUID> organisations(Instant before) {
        List<?> ids = em.createNativeQuery("select organisations_with_refusals(?1)")
                .setParameter(1, Timestamp.from(before))
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }
}
