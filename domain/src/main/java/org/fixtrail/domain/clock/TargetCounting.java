package org.fixtrail.domain.clock;

/** How the time of a target is used up. */
public enum TargetCounting {
    /** As it passes. */
    ELAPSED("elapsed time"),
    /** While the organisation works; a day is an ordinary working day. */
    WORKING_TIME("working time");

    private final String label;

    TargetCounting(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
