package org.fixtrail.domain.escalation;

/** Why news goes up no further. */
public enum EscalationEnd {
    ACKNOWLEDGED("Acknowledged"),
    /** Later news of the same clock took its place, which goes up by itself. */
    SUPERSEDED("Later news came"),
    /** The clock ended, or its deadline moved away. */
    OVER("No longer so");

    private final String label;

    EscalationEnd(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
