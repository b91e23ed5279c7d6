package org.fixtrail.domain.job;

/** What long work there is. */
public enum JobKind {
    /** Reads failures from a file. */
    IMPORT("Import"),
    /** Renders and seals an evidence pack. */
    PACK("Evidence pack");

    private final String label;

    JobKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
