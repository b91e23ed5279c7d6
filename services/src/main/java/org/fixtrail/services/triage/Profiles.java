package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.fixtrail.services.system.Systems;

/**
 * What is known of an AI system and of the organisation before anything fails; inside a use case's transaction. The answers on
 * a failure take it over as it is then: a later change of a profile moves no clock that runs.
 */
@ApplicationScoped
class Profiles {
    private final EntityManager em;
    private final Systems systems;

    @Inject
    Profiles(EntityManager em, Systems systems) {
        this.em = em;
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected Profiles() {
        this(null, null);
    }

    /** What a failure of the AI system begins with. */
    Facts of(UUID systemId) {
        return ofSystem(systemId).over(ofOrganisation());
    }

    /** What people said of the AI system, and beneath it what it is declared to be. */
    Facts ofSystem(UUID systemId) {
        return said(systemId).over(declared(systems.get(systemId)));
    }

    /** What people said of the AI system. */
    Facts said(UUID systemId) {
        return last(em.createQuery(
                                "select s from FactSheet s where s.level = :level and s.systemId = :system order by s.leaf desc",
                                FactSheet.class)
                        .setParameter("level", Fact.Level.SYSTEM)
                        .setParameter("system", systemId))
                .orElse(Facts.NONE);
    }

    Facts ofOrganisation() {
        return last(em.createQuery(
                                "select s from FactSheet s where s.level = :level order by s.leaf desc",
                                FactSheet.class)
                        .setParameter("level", Fact.Level.ORGANISATION))
                .orElse(Facts.NONE);
    }

    private static Optional<Facts> last(TypedQuery<FactSheet> query) {
        List<FactSheet> sheets = query.setMaxResults(1).getResultList();
        return sheets.stream().map(FactSheet::facts).findFirst();
    }

    private static Facts declared(AiSystem system) {
        Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
        OperatorRole role = system.operatorRole();
        answers.put(Fact.PROVIDER, role != OperatorRole.DEPLOYER);
        answers.put(Fact.DEPLOYER, role != OperatorRole.PROVIDER);
        if (system.riskClass() != RiskClass.UNCLASSIFIED && system.riskClass() != RiskClass.GPAI) {
            answers.put(Fact.HIGH_RISK, system.riskClass() == RiskClass.HIGH_RISK);
        }
        return new Facts(answers, Set.of(), null, Map.of(), Map.of());
    }
}
