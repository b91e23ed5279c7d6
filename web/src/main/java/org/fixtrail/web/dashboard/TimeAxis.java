package org.fixtrail.web.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An axis of durations from zero, with ticks where people expect them.
 *
 * @param step between two ticks
 * @param steps how many, 1 to 5
 */
record TimeAxis(Duration step, int steps) {
    private static final int MOST = 5;
    private static final List<Duration> STEPS = Stream.concat(
                    Stream.of(1, 5, 10, 15, 30, 60, 120, 180, 360, 720).map(Duration::ofMinutes),
                    Stream.of(1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730, 1_825).map(Duration::ofDays))
            .toList();

    /** An axis that reaches at least as far as the longest. */
    static TimeAxis upTo(Duration longest) {
        Duration step = STEPS.stream()
                .filter(candidate -> candidate.multipliedBy(MOST).compareTo(longest) >= 0)
                .findFirst()
                .orElse(longest.dividedBy(MOST).plusDays(1));
        int steps = (int) Math.max(1, -Math.floorDiv(-longest.toSeconds(), step.toSeconds()));
        return new TimeAxis(step, steps);
    }

    List<Duration> ticks() {
        List<Duration> ticks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(step.multipliedBy(i));
        }
        return ticks;
    }

    /** Where a duration lies, from 0 to 1; what is longer than the axis lies at its end. */
    double share(Duration duration) {
        return Math.min(
                1, duration.toMillis() / (double) step.multipliedBy(steps).toMillis());
    }
}
