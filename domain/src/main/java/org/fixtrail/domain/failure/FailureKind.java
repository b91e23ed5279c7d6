package org.fixtrail.domain.failure;

/** How far the harm went. */
public enum FailureKind {
    HAZARD("Hazard"),
    NEAR_MISS("Near miss"),
    INCIDENT("Incident"),
    SERIOUS_INCIDENT("Serious incident");

    private final String label;

    FailureKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
