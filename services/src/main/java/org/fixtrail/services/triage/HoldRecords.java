package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.system.Systems;

/** Places legal holds, at once, and proposes to lift them, which a {@link SecondPerson} confirms. */
@ApplicationScoped
@Transactional
public class HoldRecords {
    private final EntityManager em;
    private final Failures failures;
    private final Systems systems;
    private final Holds holds;
    private final Ledger ledger;

    @Inject
    HoldRecords(EntityManager em, Failures failures, Systems systems, Holds holds, Ledger ledger) {
        this.em = em;
        this.failures = failures;
        this.systems = systems;
        this.holds = holds;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected HoldRecords() {
        this(null, null, null, null, null);
    }

    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> onFailure(UUID failureId, String reason) {
        Failure failure = failures.get(failureId);
        return place(LegalHold.onFailure(UUID.randomUUID(), failureId, failure.systemId(), reason.strip()));
    }

    /** Holds the AI system and every failure of it. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> onSystem(UUID systemId, String reason) {
        systems.get(systemId);
        return place(LegalHold.onSystem(UUID.randomUUID(), systemId, reason.strip()));
    }

    private Outcome<UUID> place(LegalHold hold) {
        FieldProblem problem = FactsCheck.reason(hold.reason());
        if (problem != null) {
            return Outcome.invalid(List.of(problem));
        }
        ledger.append(hold);
        return Outcome.done(hold.id());
    }

    /**
     * Proposes that a hold ends.
     *
     * @return the id of the proposal
     */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> lift(UUID holdId, String reason) {
        FieldProblem problem = FactsCheck.reason(reason);
        if (problem != null) {
            return Outcome.invalid(List.of(problem));
        }
        LegalHold placed = em.find(LegalHold.class, holdId);
        if (placed == null || placed.lifted()) {
            throw new NotFound("legal hold");
        }
        Optional<DutiesView.Held> stands = holds.of(placed.systemId()).stream()
                .filter(hold -> hold.placed().id().equals(holdId))
                .findFirst();
        if (stands.isEmpty()) {
            return Outcome.refused("lifted", "This hold was lifted already.");
        }
        if (stands.get().waiting().isPresent()) {
            return Outcome.refused("waits", "That this hold ends waits for a second person already.");
        }
        LegalHold proposal = placed.lift(UUID.randomUUID(), reason.strip());
        ledger.append(proposal);
        return Outcome.done(proposal.id());
    }
}
