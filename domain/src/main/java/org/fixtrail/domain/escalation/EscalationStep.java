package org.fixtrail.domain.escalation;

import java.util.Optional;

/** Who is told of news, in the order in which it goes up. */
public enum EscalationStep {
    /** Who owns the failure, or else its AI system, where that names a person of the organisation. */
    OWNER("Owner"),
    /** Those who answer for risks, and for legal duties. */
    TEAM("Team"),
    /** Whom the organisation chose. */
    EXECUTIVE("Executives");

    private final String label;

    EscalationStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public Optional<EscalationStep> next() {
        return this == EXECUTIVE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
