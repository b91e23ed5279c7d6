package org.fixtrail.domain.access;

import static org.fixtrail.domain.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** What a person, machine or pipeline is in an organisation; {@link #permissions} is the only table of rights. */
public enum Role {
    COMPLIANCE_OFFICER("Compliance officer"),
    AUDITOR("Auditor"),
    RISK_ANALYST("Risk analyst"),
    ML_ENGINEER("ML engineer"),
    REVIEWER("Reviewer"),
    ADMINISTRATOR("Administrator"),
    MACHINE("Machine"),
    PIPELINE("Build pipeline");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a person may hold it; the others belong to keys. */
    public boolean isForPeople() {
        return this != MACHINE && this != PIPELINE;
    }

    public Set<Permission> permissions() {
        return switch (this) {
            case COMPLIANCE_OFFICER ->
                EnumSet.of(
                        VIEW_RECORD,
                        OPEN_FAILURE,
                        CLASSIFY_FAILURE,
                        VERIFY_FIX,
                        PROPOSE_ENDING,
                        CORRECT_RECORD,
                        MANAGE_SYSTEMS,
                        STATE_FACTS,
                        SUBMIT_REPORT,
                        COMMENT,
                        WAIVE_DUTY,
                        MANAGE_RULES,
                        IMPORT_HISTORY,
                        ISSUE_PACK,
                        READ_PACK,
                        CHECK_LEDGER,
                        VIEW_ACCESS,
                        CONFIRM_RIGHTS,
                        REVIEW_ACCESS,
                        NAME_SUBSTITUTE,
                        MANAGE_OWN_TOKENS,
                        CHOOSE_OWN_MAILS);
            case AUDITOR ->
                EnumSet.of(
                        VIEW_RECORD,
                        READ_PACK,
                        CHECK_LEDGER,
                        VIEW_ACCESS,
                        NAME_SUBSTITUTE,
                        MANAGE_OWN_TOKENS,
                        CHOOSE_OWN_MAILS);
            case RISK_ANALYST ->
                EnumSet.of(
                        VIEW_RECORD,
                        OPEN_FAILURE,
                        CLASSIFY_FAILURE,
                        SET_TARGETS,
                        STATE_FACTS,
                        COMMENT,
                        WAIVE_DUTY,
                        PROPOSE_ENDING,
                        READ_PACK,
                        NAME_SUBSTITUTE,
                        MANAGE_OWN_TOKENS,
                        CHOOSE_OWN_MAILS);
            case ML_ENGINEER ->
                EnumSet.of(
                        VIEW_RECORD,
                        OPEN_FAILURE,
                        ANALYSE_FAILURE,
                        BUILD_FIX,
                        COMMENT,
                        PROPOSE_ENDING,
                        CORRECT_RECORD,
                        MANAGE_SYSTEMS,
                        NAME_SUBSTITUTE,
                        MANAGE_OWN_TOKENS,
                        CHOOSE_OWN_MAILS);
            case REVIEWER ->
                EnumSet.of(
                        VIEW_RECORD,
                        REVIEW_FIX,
                        VERIFY_FIX,
                        COMMENT,
                        PROPOSE_ENDING,
                        NAME_SUBSTITUTE,
                        MANAGE_OWN_TOKENS,
                        CHOOSE_OWN_MAILS);
            case ADMINISTRATOR ->
                EnumSet.of(
                        VIEW_ACCESS,
                        MANAGE_PEOPLE,
                        CONFIRM_RIGHTS,
                        MANAGE_KEYS,
                        MANAGE_WEBHOOKS,
                        NAME_SUBSTITUTE,
                        MANAGE_OWN_TOKENS,
                        CHOOSE_OWN_MAILS);
            case MACHINE -> EnumSet.of(SEND_SIGNALS, PULL_CORRECTIONS);
            case PIPELINE -> EnumSet.of(BUILD_FIX);
        };
    }
}
