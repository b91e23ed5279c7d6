package org.fixtrail.launcher.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who plays a part in the story. All of them are invented. */
enum DemoPerson {
    COMPLIANCE_OFFICER("compliance", "Clara Compliance", "Compliance officer", "COMPLIANCE_OFFICER"),
    AUDITOR("auditor", "Aldo Auditor", "Auditor", "AUDITOR"),
    RISK_ANALYST("risk", "Rita Risk", "Risk analyst", "RISK_ANALYST"),
    ML_ENGINEER("engineer", "Emil Engineer", "ML engineer", "ML_ENGINEER"),
    REVIEWER("reviewer", "Rosa Reviewer", "Reviewer", "REVIEWER"),
    ADMINISTRATOR("admin", "Anna Administrator", "Administrator", "ADMINISTRATOR"),
    /** Holds both roles, so that what stops a review of the own work is the rule and not a missing right. */
    ENGINEER_AND_REVIEWER("both", "Boris Both", "ML engineer, reviewer", "ML_ENGINEER", "REVIEWER");

    private final String mailbox;
    private final String fullName;
    private final String label;
    private final List<String> roles;

    DemoPerson(String mailbox, String fullName, String label, String... roles) {
        this.mailbox = mailbox;
        this.fullName = fullName;
        this.label = label;
        this.roles = List.of(roles);
    }

    String email() {
        return mailbox + "@demo.example";
    }

    /** The roles as people read them. */
    String label() {
        return label;
    }

    /** As in "the ML engineer". */
    String inSentence() {
        return switch (this) {
            case ML_ENGINEER -> "the ML engineer";
            case ENGINEER_AND_REVIEWER -> "the colleague who is both, and curated the data,";
            default -> "the " + label.toLowerCase(Locale.ROOT);
        };
    }

    /** What the operator's end point asks for. */
    Map<String, ?> wanted() {
        return Map.of("email", email(), "name", fullName, "roles", roles);
    }
}
