package org.fixtrail.domain.obligation;

import java.util.Optional;

/** What happens in hour or day zero of a period. */
public enum StartEvent implements Coded {
    AWARE("aware", "awareness of the incident", Kind.BASE),
    AWARE_REPORTABLE("aware_reportable", "awareness that it is reportable", Kind.FACT),
    AWARE_CAUSAL_LINK("aware_causal_link", "awareness of the causal link, or of its likelihood", Kind.FACT),
    AWARE_SERIOUS_INCIDENT("aware_serious_incident", "awareness of the serious incident", Kind.AWARENESS),
    DEPLOYER_IDENTIFIES("deployer_identifies", "the deployer identifies the serious incident", Kind.AWARENESS),
    AWARE_MODEL_INVOLVEMENT("aware_model_involvement", "awareness that the model is involved", Kind.AWARENESS),
    CONTROLLER_AWARE("controller_aware", "awareness of the controller", Kind.AWARENESS),
    AWARE_SIGNIFICANT("aware_significant", "awareness of the significant incident", Kind.AWARENESS),
    AWARE_EXPLOITED_VULNERABILITY(
            "aware_exploited_vulnerability", "awareness of the exploited vulnerability", Kind.AWARENESS),
    AWARE_SEVERE_INCIDENT("aware_severe_incident", "awareness of the severe incident", Kind.AWARENESS),
    DISCOVERED("discovered", "discovery of the incident", Kind.AWARENESS),
    DISCOVERED_IMMINENT_RISK(
            "discovered_imminent_risk", "discovery of an imminent risk of death or serious injury", Kind.AWARENESS),
    DETERMINED_OR_REASONABLE_BELIEF(
            "determined_or_reasonable_belief",
            "determination of the incident, or facts for a reasonable belief",
            Kind.AWARENESS),
    SUFFICIENT_REASON_TO_BELIEVE(
            "sufficient_reason_to_believe", "sufficient reason to believe that an incident occurred", Kind.AWARENESS),
    CLASSIFIED_MAJOR("classified_major", "classification as major", Kind.FACT),
    AUTHORITY_ORDER("authority_order", "order of the authority", Kind.FACT),
    FIX_AVAILABLE("fix_available", "a fix is available", Kind.FACT),
    ADVERSE_OUTCOME("adverse_outcome", "the adverse outcome", Kind.FACT),
    RESOLVED("resolved", "the incident is resolved", Kind.FACT),
    NOTIFICATION_SUBMITTED("notification_submitted", "the incident notification is submitted", Kind.FIRST_REPORT),
    INITIAL_SUBMITTED("initial_submitted", "the initial notification is submitted", Kind.FIRST_REPORT),
    LAST_INTERMEDIATE_SUBMITTED(
            "last_intermediate_submitted", "the last intermediate report is submitted", Kind.LAST_REPORT),
    LAST_REPORT("last_report", "the last report", Kind.LAST_REPORT);

    /** Where its moment comes from. */
    private enum Kind {
        /** Said by people, or else the detection on record. */
        BASE,
        /** Said by people, or else the awareness of the incident: the earliest of anyone in the organisation. */
        AWARENESS,
        /** Said by people. */
        FACT,
        FIRST_REPORT,
        LAST_REPORT
    }

    private final String code;
    private final String label;
    private final Kind kind;

    StartEvent(String code, String label, Kind kind) {
        this.code = code;
        this.label = label;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** The event whose moment it takes where it has none of its own. */
    Optional<StartEvent> standIn() {
        return kind == Kind.AWARENESS ? Optional.of(AWARE) : Optional.empty();
    }

    /** Whether it is a report that was made before; the rule names on which clocks. */
    public boolean isReport() {
        return kind == Kind.FIRST_REPORT || isLastReport();
    }

    /** Whether each further report starts the period anew. */
    public boolean isLastReport() {
        return kind == Kind.LAST_REPORT;
    }

    /** Whether people are asked for its moment. */
    public boolean isAsked() {
        return !isReport();
    }
}
