package org.fixtrail.domain.failure;

/** The way of learning that did not work, so that the AI system repeats the failure. */
public enum LearningMode {
    OBSERVATION("Observation"),
    ACTION("Action"),
    COMMUNICATION("Communication"),
    IMAGINATION("Imagination"),
    RETRIEVAL("Retrieval"),
    NONE("None");

    private final String label;

    LearningMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
