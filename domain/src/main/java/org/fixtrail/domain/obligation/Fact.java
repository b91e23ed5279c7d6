package org.fixtrail.domain.obligation;

/** What may be the case with a failure, and decides whether and how a rule applies. */
public enum Fact implements Coded {
    DEATH("death", "death of a person"),
    HEALTH("health", "serious harm to health"),
    CRITICAL_INFRASTRUCTURE(
            "critical_infrastructure", "serious and irreversible disruption of critical infrastructure"),
    FUNDAMENTAL_RIGHTS("fundamental_rights", "breach of duties that protect fundamental rights"),
    PROPERTY("property", "serious harm to property"),
    ENVIRONMENT("environment", "serious harm to the environment"),
    WIDESPREAD_INFRINGEMENT("widespread_infringement", "widespread infringement"),
    CYBER_BREACH("cyber_breach", "serious cybersecurity breach"),
    CLASSIFIED_AFTER_24H("classified_after_24h", "classified as major more than 24 hours after awareness"),
    CREDIT_INSTITUTION("credit_institution", "the entity is a credit institution"),
    CENTRAL_COUNTERPARTY("central_counterparty", "the entity is a central counterparty"),
    TRADING_VENUE("trading_venue", "the entity operates a trading venue"),
    NIS2_ENTITY("nis2_entity", "the entity is essential or important under NIS2"),
    TRUST_SERVICE_PROVIDER("trust_service_provider", "the entity provides trust services"),
    HIGH_RISK_TO_PERSONS("high_risk_to_persons", "high risk to the people whose data it is");

    private final String code;
    private final String label;

    Fact(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
