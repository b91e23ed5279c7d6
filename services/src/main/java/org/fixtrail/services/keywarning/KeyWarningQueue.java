package org.fixtrail.services.keywarning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks, before an organisation is known, which have keys to warn of. */
@ApplicationScoped
@Transactional
public class KeyWarningQueue {
    private final EntityManager em;

    @Inject
    public KeyWarningQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected KeyWarningQueue() {
        this(null);
    }

    public List<UUID> organisations(Instant now) {
        List<?> ids = em.createNativeQuery("select organisations_with_key_warnings(?1)")
                .setParameter(1, Timestamp.from(now))
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }
}
