package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.fixtrail.domain.escalation.EscalationChain;
import org.fixtrail.domain.escalation.EscalationPlan;

/** Reads what the organisation has set; for use cases, inside their transaction. */
@ApplicationScoped
class EscalationPlans {
    private final EntityManager em;

    @Inject
    EscalationPlans(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected EscalationPlans() {
        this(null);
    }

    /** The last that was set; empty if nothing ever was. */
    Optional<EscalationChain> last() {
        return em.createQuery("select c from EscalationChain c order by c.leaf desc", EscalationChain.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    EscalationPlan inForce() {
        return last().map(EscalationChain::plan).orElse(EscalationPlan.USUAL);
    }
}
