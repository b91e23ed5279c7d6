package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.escalation.EscalationPlan;
import org.fixtrail.services.escalation.NewEscalationChain;
import org.fixtrail.services.escalation.SetEscalation;
import org.fixtrail.services.ledger.CheckLedger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the organisation sets the chain that news of clocks goes up. */
@ExtendWith(ArquillianExtension.class)
class EscalationChainIT {
    @Inject
    private SetEscalation setEscalation;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Behind behind;

    @Test
    void the_chain_is_versioned_and_takes_people_of_the_organisation_alone() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST, Role.AUDITOR, Role.ADMINISTRATOR);
        assertThat(as(tenant.person(1), setEscalation::chain).plan()).isEqualTo(EscalationPlan.USUAL);
        assertThat(as(tenant.person(0), setEscalation::candidates))
                .extracting(SetEscalation.Candidate::id)
                .containsExactlyInAnyOrder(
                        tenant.person(0).person(), tenant.person(1).person());

        assertThat(fields(as(
                        tenant.person(0),
                        () -> setEscalation.set(new NewEscalationChain(
                                1, 2, 3, 721, List.of(tenant.person(1).person()))))))
                .containsExactly("missedExecutiveHours");
        for (UUID nobody : List.of(UUID.randomUUID(), tenant.person(2).person())) {
            assertThat(fields(as(
                            tenant.person(0),
                            () -> setEscalation.set(new NewEscalationChain(1, 2, 3, 4, List.of(nobody))))))
                    .containsExactly("executives");
        }
        set(tenant, new NewEscalationChain(1, 2, 3, 4, List.of(tenant.person(1).person())));
        set(tenant, new NewEscalationChain(1, 2, 3, 4, List.of(tenant.person(1).person())));
        set(tenant, new NewEscalationChain(5, 2, 3, 4, List.of()));

        assertThat(as(tenant.person(1), setEscalation::chain).plan().warned().team())
                .isEqualTo(5);
        assertThat(behind.count("select count(*) from escalation_chain where organisation_id = ?", tenant.id()))
                .isEqualTo(2);
        assertThat(as(tenant.server(), check::check).problem()).isNull();
    }

    private void set(Tenant tenant, NewEscalationChain chain) {
        done(as(tenant.person(0), () -> setEscalation.set(chain)));
    }
}
