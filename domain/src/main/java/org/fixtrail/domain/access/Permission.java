package org.fixtrail.domain.access;

/** A right that a use case names; nothing happens without one. */
public enum Permission {
    VIEW_RECORD("See AI systems, failures, lag, clocks, notifications and the ledger"),
    OPEN_FAILURE("Open a failure, record its detection, add occurrences"),
    CLASSIFY_FAILURE("Set severity, category, kind and title of a failure; pause its targets where they allow it"),
    ANALYSE_FAILURE("Record analysis, decision and containment"),
    BUILD_FIX("Record curation, retraining, validation and deployment"),
    REVIEW_FIX("Review a fix as the second pair of eyes"),
    VERIFY_FIX("Record that a fix is verified"),
    PROPOSE_ENDING("Propose to dismiss, merge, accept or retire; confirm what another proposed"),
    CORRECT_RECORD("Take a recorded transition back"),
    MANAGE_SYSTEMS("Add and change AI systems, versions and reported traffic"),
    SET_TARGETS("Set internal targets, the working time in which they count, and when clocks warn"),
    STATE_FACTS("Answer the questions that start legal clocks, on failures, AI systems and the organisation"),
    SUBMIT_REPORT("Record reports and notices that went to an authority or another recipient, and take one back"),
    COMMENT("Comment on failures, clocks and reports, and attach documents to comments"),
    WAIVE_DUTY(
            "Call a legal duty not applicable; place and lift legal holds; confirm such things as the second person"),
    MANAGE_RULES("Adopt rule packs and new editions, correct holiday calendars"),
    IMPORT_HISTORY("Import recorded history from files"),
    ISSUE_PACK("Issue evidence packs; keep management reviews"),
    READ_PACK("See and download evidence packs"),
    CHECK_LEDGER("Run the check of the ledger against the record"),
    VIEW_ACCESS("See who holds which rights, since when, and who gave them"),
    MANAGE_PEOPLE("Invite people, propose roles, take roles away, end access"),
    CONFIRM_RIGHTS("Confirm or decline, as the second person, rights that somebody else proposed"),
    NAME_SUBSTITUTE("Propose a substitute for oneself"),
    REVIEW_ACCESS("Sign off the periodic review of access"),
    MANAGE_KEYS("Issue and revoke keys of machines and pipelines"),
    MANAGE_WEBHOOKS("Add, change and switch off webhooks"),
    MANAGE_OWN_TOKENS("Issue and revoke one's own access tokens"),
    CHOOSE_OWN_MAILS("Choose which mails one gets, and when"),
    SEND_SIGNALS("Send signals of an AI system"),
    PULL_CORRECTIONS("Pull validated corrections of an AI system"),
    REPORT_FROM_OUTSIDE("Report a failure by the form of an organisation; nobody holds it longer than that takes"),
    JOIN("Take up an invitation; nobody holds it longer than that takes"),
    OPERATE("Create organisations and bootstrap the installation");

    private final String meaning;

    Permission(String meaning) {
        this.meaning = meaning;
    }

    /** What the right allows, for people. */
    public String meaning() {
        return meaning;
    }
}
