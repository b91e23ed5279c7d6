package org.fixtrail.domain.ledger;

/** What kind of act a ledger entry stands for; the code is part of the hashed bytes and never changes its meaning. */
public enum ActType {
    ORGANISATION_CREATED("organisation.created"),
    ORGANISATION_CLOSED("organisation.closed"),
    ORGANISATION_REOPENED("organisation.reopened"),
    ORGANISATION_EXPORTED("organisation.exported"),
    PERSON_ADDED("person.added"),
    PERSON_CHANGED("person.changed"),
    PERSON_JOINED("person.joined"),
    PASSWORD_REPLACED("password.replaced"),
    SECOND_FACTOR_REMOVED("second-factor.removed"),
    ROLES_SET("roles.set"),
    GRANT_PROPOSED("grant.proposed"),
    GRANT_DECIDED("grant.decided"),
    ACCESS_REVIEWED("access.reviewed"),
    KEY_ISSUED("key.issued"),
    KEY_REVOKED("key.revoked"),
    KEY_REPLACED("key.replaced"),
    KEY_REASSIGNED("key.reassigned"),
    SYSTEM_REVISED("system.revised"),
    VERSION_ADDED("version.added"),
    TRAFFIC_REPORTED("traffic.reported"),
    FAILURE_REVISED("failure.revised"),
    TRANSITION_RECORDED("transition.recorded"),
    SIGNALS_STORED("signals.stored"),
    TARGET_SET("target.set"),
    WORKING_TIME_STATED("working-time.stated"),
    WARNINGS_SET("warnings.set"),
    CLOCK_PAUSED("clock.paused"),
    FACTS_STATED("facts.stated"),
    DUTY_WAIVED("duty.waived"),
    COUNTERSIGNED("countersigned"),
    RULES_ADOPTED("rules.adopted"),
    REPORT_SUBMITTED("report.submitted"),
    INTAKE_SET("intake.set"),
    REPORT_RECEIVED("report.received"),
    REPORT_HANDLED("report.handled"),
    NOTICE_GIVEN("notice.given"),
    LEGAL_HOLD_SET("legal-hold.set"),
    DOCUMENT_ATTACHED("document.attached"),
    COMMENT_MADE("comment.made"),
    CLOCK_CHANGED("clock.changed"),
    NOTIFICATION_QUEUED("notification.queued"),
    NOTIFICATION_TRIED("notification.tried"),
    WEBHOOK_CHANGED("webhook.changed"),
    MAILS_CHOSEN("mails.chosen"),
    FEED_CHANGED("calendar-feed.changed"),
    ESCALATION_SET("escalation.set"),
    NEWS_ACKNOWLEDGED("news.acknowledged"),
    IMPORT_REQUESTED("import.requested"),
    IMPORT_FINISHED("import.finished"),
    PACK_REQUESTED("pack.requested"),
    PACK_ISSUED("pack.issued"),
    REVIEW_ENTERED("review.entered"),
    DECISION_REPORTED("decision.reported"),
    REFUSED("refused");

    private final String code;

    ActType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
