package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The browsers from which an account was signed in to before. */
@ApplicationScoped
@Transactional
class Devices {
    private final EntityManager em;

    @Inject
    Devices(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Devices() {
        this(null);
    }

    /** The visitor's, if the account was signed in to from it before. */
    Optional<RandomToken> known(Visitor visitor, UUID accountId) {
        return RandomToken.parse(visitor.device())
                .filter(device -> (Boolean) em.createNativeQuery("select device_known(?1, ?2)")
                        .setParameter(1, device.hash().bytes())
                        .setParameter(2, accountId)
                        .getSingleResult());
    }

    void remember(RandomToken device, UUID accountId, Instant at) {
        em.createNativeQuery("select 1 from device_remember(?1, ?2, ?3)")
                .setParameter(1, device.hash().bytes())
                .setParameter(2, accountId)
                .setParameter(3, Timestamp.from(at))
                .getSingleResult();
    }
}
