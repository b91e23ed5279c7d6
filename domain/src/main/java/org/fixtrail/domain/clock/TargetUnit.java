package org.fixtrail.domain.clock;

import java.time.Duration;

/** What a target is counted in; both are plain elapsed time. */
public enum TargetUnit {
    /** Hours. */
    HOURS("hours", Duration.ofHours(1)),
    /** 24 hours each. */
    DAYS("days", Duration.ofDays(1));

    private final String label;
    private final Duration one;

    TargetUnit(String label, Duration one) {
        this.label = label;
        this.one = one;
    }

    public String label() {
        return label;
    }

    /** For example "1 day" or "36 hours". */
    public String words(int amount) {
        return amount + " " + (amount == 1 ? label.substring(0, label.length() - 1) : label);
    }

    public Duration times(int amount) {
        return one.multipliedBy(amount);
    }
}
