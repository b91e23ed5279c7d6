package org.fixtrail.services.pack;

import java.util.List;

/**
 * The share of failures not yet fixed over the time since detection: a Kaplan-Meier step function that starts at 1.
 *
 * @param label the AI system's name
 * @param points one per distinct event time, ascending; empty where nothing was fixed yet
 * @param observedSeconds the longest time that any failure was followed, censored ones included; the curve ends there
 */
public record LagCurve(String label, long population, long censored, List<Point> points, long observedSeconds) {

    public LagCurve {
        points = List.copyOf(points);
    }

    /**
     * The estimate from this time on.
     *
     * @param seconds since detection
     * @param survival share not yet fixed, 0 to 1
     * @param lower limit of the 95 % confidence interval, 0 to 1
     * @param upper limit of the 95 % confidence interval, 0 to 1
     */
    public record Point(long seconds, double survival, double lower, double upper) {}
}
