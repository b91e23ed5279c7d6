package org.fixtrail.services.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks, before an organisation is known, whose address it is. */
@ApplicationScoped
@Transactional
public class IntakeLookup {
    private final EntityManager em;

    @Inject
    IntakeLookup(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected IntakeLookup() {
        this(null);
    }

    /** Null for an address that never was, or is closed. */
    @Nullable
    UUID organisation(UUID address) {
        List<?> found = em.createNativeQuery("select intake_of(?1)")
                .setParameter(1, address)
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }
}
