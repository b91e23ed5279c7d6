package org.fixtrail.web.triage;

import java.util.List;
import org.fixtrail.domain.obligation.Fact;

/** A group of questions that belong together, as pages show them. */
public enum Topic {
    HARM(
            "What happened (AI Act, Article 3(49))",
            Fact.DEATH,
            Fact.HEALTH,
            Fact.CRITICAL_INFRASTRUCTURE,
            Fact.FUNDAMENTAL_RIGHTS,
            Fact.PROPERTY,
            Fact.ENVIRONMENT,
            Fact.WIDESPREAD_INFRINGEMENT,
            Fact.CROSS_BORDER,
            Fact.CAUSAL_LINK_RULED_OUT),
    SYSTEM(
            "The AI system and your part in it",
            Fact.PROVIDER,
            Fact.DEPLOYER,
            Fact.PROVIDER_UNREACHABLE,
            Fact.HIGH_RISK,
            Fact.PRESENTS_RISK,
            Fact.NONCONFORMITY,
            Fact.EQUIVALENT_REPORTING,
            Fact.MEDICAL_DEVICE,
            Fact.AI_OFFICE_COMPETENCE),
    PERSONAL_DATA(
            "Personal data (GDPR)",
            Fact.PERSONAL_DATA_BREACH,
            Fact.CONTROLLER,
            Fact.PROCESSOR,
            Fact.RISK_TO_PERSONS_UNLIKELY,
            Fact.HIGH_RISK_TO_PERSONS),
    MODEL(
            "General-purpose models (Code of Practice)",
            Fact.GPAI_SYSTEMIC_RISK,
            Fact.COP_SIGNATORY,
            Fact.MODEL_INVOLVED,
            Fact.CYBER_BREACH),
    SECURITY(
            "Network security, finance and products (NIS2, DORA, CRA)",
            Fact.NIS2_ENTITY,
            Fact.TRUST_SERVICE_PROVIDER,
            Fact.SIGNIFICANT_INCIDENT,
            Fact.FINANCIAL_ENTITY,
            Fact.CREDIT_INSTITUTION,
            Fact.CENTRAL_COUNTERPARTY,
            Fact.TRADING_VENUE,
            Fact.MAJOR_INCIDENT,
            Fact.DIGITAL_PRODUCT,
            Fact.EXPLOITED_VULNERABILITY,
            Fact.SEVERE_SECURITY_INCIDENT),
    UNITED_STATES(
            "United States",
            Fact.FRONTIER_DEVELOPER,
            Fact.CRITICAL_SAFETY_INCIDENT,
            Fact.IMMINENT_DANGER,
            Fact.ADVERSE_DECISION);

    private final String title;
    private final List<Fact> facts;

    Topic(String title, Fact... facts) {
        this.title = title;
        this.facts = List.of(facts);
    }

    public String title() {
        return title;
    }

    public List<Fact> facts() {
        return facts;
    }
}
