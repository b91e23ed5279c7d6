package org.fixtrail.domain.clock;

/** What a report to an addressee is, as the draft template for Article 73 tells them apart. */
public enum ReportKind {
    /** May be incomplete; it meets the time limit (AI Act, Article 73(5)). */
    INITIAL("Initial", true),
    FOLLOW_UP("Follow-up", false),
    /** Initial and final in one. */
    COMBINED("Initial and final in one", true),
    FINAL("Final", true);

    private final String label;
    private final boolean answers;

    ReportKind(String label, boolean answers) {
        this.label = label;
        this.answers = answers;
    }

    public String label() {
        return label;
    }

    /** Whether it is what a clock waits for. */
    public boolean answers() {
        return answers;
    }
}
