package org.fixtrail.domain.obligation;

/** What may be the case with a failure, and decides whether and how a rule applies. */
public enum Fact implements Coded {
    DEATH("death", Level.FAILURE, "death of a person", "Has a person died?"),
    HEALTH("health", Level.FAILURE, "serious harm to health", "Was somebody's health harmed seriously, body or mind?"),
    CRITICAL_INFRASTRUCTURE(
            "critical_infrastructure",
            Level.FAILURE,
            "serious and irreversible disruption of critical infrastructure",
            "Was the management or operation of critical infrastructure disrupted, seriously and irreversibly?"),
    FUNDAMENTAL_RIGHTS(
            "fundamental_rights",
            Level.FAILURE,
            "breach of duties that protect fundamental rights",
            "Was a duty under Union law breached that protects fundamental rights?"),
    PROPERTY("property", Level.FAILURE, "serious harm to property", "Was property harmed seriously?"),
    ENVIRONMENT(
            "environment", Level.FAILURE, "serious harm to the environment", "Was the environment harmed seriously?"),
    WIDESPREAD_INFRINGEMENT(
            "widespread_infringement",
            Level.FAILURE,
            "widespread infringement",
            "Is it a widespread infringement (Article 3(61)): collective interests of people harmed in several member states?"),
    /** A flag of its own: nothing follows from it, and it does not follow from where it happened. */
    CROSS_BORDER(
            "cross_border",
            Level.FAILURE,
            "cross-border effects",
            "Are people or services of more than one state affected (cross-border)?"),
    CAUSAL_LINK_RULED_OUT(
            "causal_link_ruled_out",
            Level.FAILURE,
            "the AI system did not cause it, not even likely",
            "Is it ruled out that the AI system caused it, directly or indirectly?"),
    PROVIDER_UNREACHABLE(
            "provider_unreachable",
            Level.FAILURE,
            "the provider cannot be reached",
            "As a deployer: can the provider not be reached?"),
    PRESENTS_RISK(
            "presents_risk",
            Level.FAILURE,
            "the system presents a risk (Article 79(1))",
            "Does the system present a risk to health, safety or fundamental rights?"),
    NONCONFORMITY(
            "nonconformity",
            Level.FAILURE,
            "the system does not conform to its requirements",
            "Does the system not conform to the requirements that it must meet?"),
    MODEL_INVOLVED(
            "model_involved",
            Level.FAILURE,
            "the model is involved, or that is reasonably likely",
            "Was your general-purpose model involved, or is that reasonably likely?"),
    CYBER_BREACH(
            "cyber_breach",
            Level.FAILURE,
            "serious cybersecurity breach",
            "Was there a serious cybersecurity breach of the model, weights that left included?"),
    PERSONAL_DATA_BREACH(
            "personal_data_breach",
            Level.FAILURE,
            "personal data breach",
            "Were personal data lost, changed, disclosed or accessed without a right to?"),
    RISK_TO_PERSONS_UNLIKELY(
            "risk_to_persons_unlikely",
            Level.FAILURE,
            "a risk to people is unlikely",
            "Is a risk to the people whose data it is unlikely?"),
    HIGH_RISK_TO_PERSONS(
            "high_risk_to_persons",
            Level.FAILURE,
            "high risk to the people whose data it is",
            "Is the risk to the people whose data it is high?"),
    SIGNIFICANT_INCIDENT(
            "significant_incident",
            Level.FAILURE,
            "significant incident under NIS2",
            "Did it disrupt your services severely, cost you much, or damage others considerably (NIS2)?"),
    MAJOR_INCIDENT(
            "major_incident",
            Level.FAILURE,
            "major incident under DORA",
            "Is it classified as a major ICT incident (DORA)?"),
    EXPLOITED_VULNERABILITY(
            "exploited_vulnerability",
            Level.FAILURE,
            "actively exploited vulnerability",
            "Is a vulnerability of your product being exploited?"),
    SEVERE_SECURITY_INCIDENT(
            "severe_security_incident",
            Level.FAILURE,
            "severe incident with an impact on the product's security",
            "Is it a severe incident with an impact on the security of your product?"),
    CRITICAL_SAFETY_INCIDENT(
            "critical_safety_incident",
            Level.FAILURE,
            "critical safety incident of a frontier model",
            "Is it a critical safety incident of a frontier model, as the laws of US states define it?"),
    IMMINENT_DANGER(
            "imminent_danger",
            Level.FAILURE,
            "imminent risk of death or serious injury",
            "Is there an imminent risk of death or serious injury?"),
    ADVERSE_DECISION(
            "adverse_decision",
            Level.FAILURE,
            "adverse outcome of a consequential decision about a consumer",
            "Did a consequential decision about a consumer in Colorado end badly for them?"),
    PROVIDER("provider", Level.SYSTEM, "the organisation provides the AI system", "Are you its provider?"),
    DEPLOYER("deployer", Level.SYSTEM, "the organisation deploys the AI system", "Are you its deployer?"),
    HIGH_RISK("high_risk", Level.SYSTEM, "the AI system is high-risk", "Is it a high-risk AI system (Article 6)?"),
    GPAI_SYSTEMIC_RISK(
            "gpai_systemic_risk",
            Level.SYSTEM,
            "general-purpose model with systemic risk",
            "Is it, or does it hold, your general-purpose AI model with systemic risk?"),
    EQUIVALENT_REPORTING(
            "equivalent_reporting",
            Level.SYSTEM,
            "other Union law has equivalent reporting duties (Article 73(9))",
            "Does other Union law already oblige you to report equivalently (Article 73(9))?"),
    MEDICAL_DEVICE(
            "medical_device",
            Level.SYSTEM,
            "medical device or its safety component (Article 73(10))",
            "Is it a medical device, an in vitro diagnostic, or a safety component of one (Article 73(10))?"),
    AI_OFFICE_COMPETENCE(
            "ai_office_competence",
            Level.SYSTEM,
            "under the AI Office's exclusive competence (Article 75(1a))",
            "Is the AI Office alone competent: built on your own general-purpose model, or in a very large platform (Article 75(1a))?"),
    DIGITAL_PRODUCT(
            "digital_product",
            Level.SYSTEM,
            "product with digital elements made by the organisation",
            "Is it a product with digital elements that you make (Cyber Resilience Act)?"),
    COP_SIGNATORY(
            "cop_signatory",
            Level.ORGANISATION,
            "signatory of the GPAI Code of Practice",
            "Have you signed the Safety and Security Chapter of the GPAI Code of Practice?"),
    CONTROLLER(
            "controller",
            Level.ORGANISATION,
            "controller of the personal data",
            "Are you the controller of the personal data?"),
    PROCESSOR(
            "processor",
            Level.ORGANISATION,
            "processor of the personal data",
            "Do you process the data for somebody else?"),
    NIS2_ENTITY(
            "nis2_entity",
            Level.ORGANISATION,
            "the entity is essential or important under NIS2",
            "Are you an essential or important entity under NIS2?"),
    TRUST_SERVICE_PROVIDER(
            "trust_service_provider",
            Level.ORGANISATION,
            "the entity provides trust services",
            "Do you provide trust services?"),
    FINANCIAL_ENTITY(
            "financial_entity",
            Level.ORGANISATION,
            "financial entity under DORA",
            "Are you a financial entity under DORA?"),
    CREDIT_INSTITUTION(
            "credit_institution",
            Level.ORGANISATION,
            "the entity is a credit institution",
            "Are you a credit institution?"),
    CENTRAL_COUNTERPARTY(
            "central_counterparty",
            Level.ORGANISATION,
            "the entity is a central counterparty",
            "Are you a central counterparty?"),
    TRADING_VENUE(
            "trading_venue",
            Level.ORGANISATION,
            "the entity operates a trading venue",
            "Do you operate a trading venue?"),
    FRONTIER_DEVELOPER(
            "frontier_developer",
            Level.ORGANISATION,
            "developer of frontier models",
            "Are you a developer of frontier models, as the laws of US states define it?"),
    /** Of {@link Facts#jurisdictions}. */
    UNION("union", Level.DERIVED, "in the Union or the EEA", ""),
    CALIFORNIA("california", Level.DERIVED, "in California", ""),
    NEW_YORK("new_york", Level.DERIVED, "in New York", ""),
    ILLINOIS("illinois", Level.DERIVED, "in Illinois", ""),
    COLORADO("colorado", Level.DERIVED, "in Colorado", ""),
    /** The provider; or the deployer by analogy, Article 26(5), last sentence. */
    REPORTS_UNDER_73(
            "reports_under_73", Level.DERIVED, "the provider, or a deployer whose provider cannot be reached", ""),
    /** Article 73(9) and (10) leave incidents of fundamental rights only. */
    REPORTED_ELSEWHERE(
            "reported_elsewhere", Level.DERIVED, "reported under other law, and no fundamental rights concerned", ""),
    CLASSIFIED_AFTER_24H(
            "classified_after_24h", Level.DERIVED, "classified as major more than 24 hours after awareness", "");

    /** Where a fact is usually known; one nearer to the failure overrules it. */
    public enum Level {
        ORGANISATION,
        SYSTEM,
        FAILURE,
        /** Nobody is asked: it follows from other answers. */
        DERIVED
    }

    private final String code;
    private final Level level;
    private final String label;
    private final String question;

    Fact(String code, Level level, String label, String question) {
        this.code = code;
        this.level = level;
        this.label = label;
        this.question = question;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    public Level level() {
        return level;
    }

    /** What people are asked; empty where nobody is. */
    public String question() {
        return question;
    }
}
