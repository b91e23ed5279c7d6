package org.fixtrail.domain.clock;

/** Where a clock stands. */
public enum ClockState {
    /** The deadline lies ahead. */
    RUNNING("Running"),
    /** A target's clock stands still, since somebody else has to act; its end moves by as long as that takes. */
    PAUSED("Paused"),
    /** Elapsed time is over, the law's limit is not. */
    OVERDUE_STRICT("Overdue, strict"),
    /** The legal instant has passed. */
    BREACHED("Breached"),
    /** Done in time. */
    MET("Met"),
    /** Done after the deadline; the breach stays. */
    MET_LATE("Met late"),
    /** The clock does not apply. */
    VOID("Void");

    private final String label;

    ClockState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
