package org.fixtrail.domain.failure;

/** What kind of mistake the AI system makes. */
public enum MistakeCategory {
    FACTUAL_ERROR("Factual error"),
    TONE_MISMATCH("Tone mismatch"),
    MISSING_CONTEXT("Missing context"),
    WRONG_RECOMMENDATION("Wrong recommendation"),
    ESCALATION_FAILURE("Escalation failure"),
    DOMAIN_MISMATCH("Domain mismatch"),
    HARMFUL_INTERACTION("Harmful interaction"),
    MISUSE("Misuse"),
    UNAVAILABILITY("Unavailability"),
    OTHER("Other");

    private final String label;

    MistakeCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
