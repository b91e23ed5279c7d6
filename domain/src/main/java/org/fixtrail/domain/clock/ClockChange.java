package org.fixtrail.domain.clock;

/** What can happen to a clock; kept by name in {@link ClockEvent}. */
public enum ClockChange {
    /** It began to run. */
    STARTED("Started"),
    /** A fact or its rule changed, and with it the deadline. */
    RECOMPUTED("Recomputed"),
    /** One of the moments at which it warns. */
    WARNED("Warned"),
    /** Elapsed time is over, the law's limit is not. */
    OVERDUE("Overdue, strict"),
    /** The deadline passed. */
    BREACHED("Breached"),
    /** What it asks for was done in time. */
    MET("Met"),
    /** What it asks for was done, after the deadline; the breach stays. */
    MET_LATE("Met late"),
    /** It does not apply any more. */
    VOIDED("Voided"),
    /** It stands still. */
    PAUSED("Paused"),
    /** What had ended or paused it is over. */
    RESUMED("Resumed");

    private final String label;

    ClockChange(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
