package org.fixtrail.web.it;

import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.MoveFailure.Moved;

/** Merges failures by two people, and takes it back. */
@ApplicationScoped
public class Merging {
    @Inject
    private MoveFailure move;

    Moved merged(Tenant tenant, UUID failure, UUID into) {
        return done(confirm(tenant, failure, into, proposed(tenant, failure, into)));
    }

    Moved proposed(Tenant tenant, UUID failure, UUID into) {
        return done(propose(tenant, failure, into));
    }

    Outcome<Moved> propose(Tenant tenant, UUID failure, UUID into) {
        return as(tenant.somebody(Role.RISK_ANALYST), () -> move.move(Move.to(Stage.MERGED, failure, sameCause(into))));
    }

    Outcome<Moved> confirm(Tenant tenant, UUID failure, UUID into, Moved proposal) {
        Move confirmation =
                new Move(failure, Stage.MERGED, null, sameCause(into), null, proposal.transitionId(), null, null);
        return as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> move.move(confirmation));
    }

    Outcome<Moved> undone(Tenant tenant, UUID failure, Moved merged) {
        return as(
                tenant.somebody(Role.COMPLIANCE_OFFICER),
                () -> move.retract(failure, merged.transitionId(), "two causes after all"));
    }

    private static Map<String, Object> sameCause(UUID into) {
        return Map.of("into", into.toString(), "reason", "the same cause");
    }
}
