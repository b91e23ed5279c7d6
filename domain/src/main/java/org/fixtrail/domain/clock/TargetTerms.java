package org.fixtrail.domain.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a target leaves, which later revisions may change.
 *
 * @param pauseFor why its clocks may pause; null if they never do
 */
public record TargetTerms(
        int amount,
        TargetUnit unit,
        TargetCounting counting,
        @Nullable PauseReason pauseFor) {

    /** In elapsed time, never paused. */
    public static TargetTerms elapsed(int amount, TargetUnit unit) {
        return new TargetTerms(amount, unit, TargetCounting.ELAPSED, null);
    }

    /** @param workingDay how long an ordinary one is; asked for only where working time counts */
    public Duration length(Duration workingDay) {
        boolean workingDays = counting == TargetCounting.WORKING_TIME && unit == TargetUnit.DAYS;
        return workingDays ? workingDay.multipliedBy(amount) : unit.times(amount);
    }

    /** For example "10 days" or "36 working hours". */
    public String words() {
        String words = unit.words(amount);
        return counting == TargetCounting.WORKING_TIME ? words.replace(" ", " working ") : words;
    }
}
