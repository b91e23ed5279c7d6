package org.fixtrail.domain.job;

/** Where long work stands. */
public enum JobState {
    /** Nobody works on it yet. */
    WAITING("Waiting"),
    /** A worker holds its lease. */
    RUNNING("Running"),
    /** It ended well. */
    DONE("Done"),
    /** It ended with an error. */
    FAILED("Failed");

    private final String label;

    JobState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
