package org.fixtrail.domain.system;

/** How the EU AI Act classes an AI system, as declared by the organisation. */
public enum RiskClass {
    /** High-risk under Art. 6. */
    HIGH_RISK("High risk"),
    /** Duties of Art. 50 only. */
    TRANSPARENCY("Transparency duties"),
    /** None of the classes with duties. */
    MINIMAL("Minimal risk"),
    /** A general-purpose AI model, Chapter V. */
    GPAI("General-purpose model"),
    /** Nobody has classified it yet. */
    UNCLASSIFIED("Not classified yet");

    private final String label;

    RiskClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
