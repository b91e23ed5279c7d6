package org.fixtrail.domain.obligation;

/** What happens in hour or day zero of a period. */
public enum StartEvent implements Coded {
    AWARE_SERIOUS_INCIDENT("aware_serious_incident", "awareness of the serious incident"),
    DEPLOYER_IDENTIFIES("deployer_identifies", "the deployer identifies the serious incident"),
    AUTHORITY_ORDER("authority_order", "order of the authority"),
    AWARE_MODEL_INVOLVEMENT("aware_model_involvement", "awareness that the model is involved"),
    LAST_REPORT("last_report", "the last report"),
    RESOLVED("resolved", "the incident is resolved"),
    CONTROLLER_AWARE("controller_aware", "awareness of the controller"),
    AWARE_SIGNIFICANT("aware_significant", "awareness of the significant incident"),
    NOTIFICATION_SUBMITTED("notification_submitted", "the incident notification is submitted"),
    CLASSIFIED_MAJOR("classified_major", "classification as major"),
    AWARE("aware", "awareness of the incident"),
    INITIAL_SUBMITTED("initial_submitted", "the initial notification is submitted"),
    LAST_INTERMEDIATE_SUBMITTED("last_intermediate_submitted", "the last intermediate report is submitted"),
    AWARE_EXPLOITED_VULNERABILITY("aware_exploited_vulnerability", "awareness of the exploited vulnerability"),
    AWARE_SEVERE_INCIDENT("aware_severe_incident", "awareness of the severe incident"),
    FIX_AVAILABLE("fix_available", "a fix is available"),
    DISCOVERED("discovered", "discovery of the incident"),
    DISCOVERED_IMMINENT_RISK("discovered_imminent_risk", "discovery of an imminent risk of death or serious injury"),
    DETERMINED_OR_REASONABLE_BELIEF(
            "determined_or_reasonable_belief", "determination of the incident, or facts for a reasonable belief"),
    SUFFICIENT_REASON_TO_BELIEVE(
            "sufficient_reason_to_believe", "sufficient reason to believe that an incident occurred"),
    ADVERSE_OUTCOME("adverse_outcome", "the adverse outcome");

    private final String code;
    private final String label;

    StartEvent(String code, String label) {
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
