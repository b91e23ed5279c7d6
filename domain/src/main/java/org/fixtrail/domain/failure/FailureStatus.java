package org.fixtrail.domain.failure;

/** Where a failure stands as a whole. */
public enum FailureStatus {
    /** On the line. */
    OPEN("Open"),
    /** The fix is proven. */
    VERIFIED("Verified"),
    /** Not a failure. */
    DISMISSED("Dismissed"),
    /** A duplicate of another. */
    MERGED("Merged"),
    /** The organisation lives with it for now. */
    RISK_ACCEPTED("Risk accepted"),
    /** The AI system was withdrawn without a fix. */
    RETIRED("Retired");

    private final String label;

    FailureStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
