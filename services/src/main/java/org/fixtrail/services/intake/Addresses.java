package org.fixtrail.services.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.intake.IntakeAddress;
import org.fixtrail.services.access.NotFound;

/** The organisation's reporting forms; inside a use case's transaction. */
@ApplicationScoped
class Addresses {
    private final EntityManager em;

    @Inject
    Addresses(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Addresses() {
        this(null);
    }

    /** As they stand, closed ones too, in the order in which they were opened. */
    List<IntakeAddress> all() {
        Map<UUID, IntakeAddress> last = new LinkedHashMap<>();
        em.createQuery("select a from IntakeAddress a order by a.leaf", IntakeAddress.class)
                .getResultStream()
                .forEach(entry -> last.put(entry.addressId(), entry));
        return new ArrayList<>(last.values());
    }

    IntakeAddress open(UUID address) {
        return all().stream()
                .filter(known -> known.addressId().equals(address) && !known.closed())
                .findFirst()
                .orElseThrow(() -> new NotFound("reporting form"));
    }
}
