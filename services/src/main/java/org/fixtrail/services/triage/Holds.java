package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.triage.DutiesView.Held;
import org.jspecify.annotations.Nullable;

/** Which legal holds stand; inside a use case's transaction. */
@ApplicationScoped
class Holds {
    private final EntityManager em;
    private final LegalCases cases;

    @Inject
    Holds(EntityManager em, LegalCases cases) {
        this.em = em;
        this.cases = cases;
    }

    @SuppressWarnings("NullAway")
    protected Holds() {
        this(null, null);
    }

    /** The holds on an AI system and on failures of it, the oldest first. */
    List<Held> of(UUID systemId) {
        List<LegalHold> entries = em.createQuery(
                        "select h from LegalHold h where h.systemId = :system order by h.leaf", LegalHold.class)
                .setParameter("system", systemId)
                .getResultList();
        Map<UUID, Countersignature> signatures = cases.signatures(entries);
        return entries.stream()
                .filter(entry -> !entry.lifted())
                .filter(placed -> lifts(entries, placed).noneMatch(lift -> isConfirmed(signatures.get(lift.id()))))
                .map(placed -> new Held(
                        placed,
                        lifts(entries, placed)
                                .filter(lift -> !signatures.containsKey(lift.id()))
                                .findFirst()))
                .toList();
    }

    private static Stream<LegalHold> lifts(List<LegalHold> entries, LegalHold placed) {
        return entries.stream().filter(entry -> entry.lifted() && entry.holdId().equals(placed.id()));
    }

    private static boolean isConfirmed(@Nullable Countersignature signature) {
        return signature != null && signature.confirmed();
    }
}
