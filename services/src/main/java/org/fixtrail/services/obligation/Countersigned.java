package org.fixtrail.services.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.services.ledger.Ledger;

/** What second persons said, inside a use case's transaction; what it has handed over itself counts. */
@ApplicationScoped
class Countersigned {
    private final EntityManager em;
    private final Ledger ledger;

    @Inject
    Countersigned(EntityManager em, Ledger ledger) {
        this.em = em;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected Countersigned() {
        this(null, null);
    }

    /** What was said, by the act that it is about; nothing for those that wait. */
    Map<UUID, Countersignature> of(Collection<? extends Act> subjects) {
        Set<UUID> ids = subjects.stream().map(Act::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Countersignature> stored = em.createQuery(
                        "select c from Countersignature c where c.subjectId in :ids", Countersignature.class)
                .setParameter("ids", ids)
                .getResultList();
        return Stream.concat(stored.stream(), ledger.handedOver(Countersignature.class).stream())
                .filter(signature -> ids.contains(signature.subjectId()))
                .collect(Collectors.toMap(Countersignature::subjectId, Function.identity(), (stays, again) -> stays));
    }
}
