package org.fixtrail.domain.intake;

/** What became of a report from outside. */
public enum ReportOutcome {
    /** A failure was opened for it. */
    OPENED("a failure was opened"),
    /** It is about a failure that was known. */
    KNOWN("about a known failure"),
    /** It is no failure of an AI system of the organisation; holds once a second person has confirmed it. */
    DECLINED("no failure");

    private final String label;

    ReportOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
