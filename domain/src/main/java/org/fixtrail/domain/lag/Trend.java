package org.fixtrail.domain.lag;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fixtrail.domain.failure.Stage;

/**
 * The adaptation lag by the month or quarter of detection: each cohort is a population of its own. Late cohorts are
 * mostly open, so their limits are wide or not reached; their estimates are not too short.
 *
 * @param zone whose calendar the cohorts follow
 * @param points cohorts with at least one detected failure, ascending
 */
public record Trend(Instant asOf, CohortLength length, ZoneId zone, List<Point> points) {
    public Trend {
        points = List.copyOf(points);
    }

    /** One cohort's figure; "no data" if all of its failures were left out. */
    public record Point(Cohort cohort, LagFigure figure) {}

    /**
     * Computes the trend.
     *
     * @param z the normal deviate of the limits, such as {@link KaplanMeier#Z_95}
     */
    public static Trend of(
            List<FailureLine> lines, Instant asOf, CohortLength length, ZoneId zone, Cycles cycles, double z) {
        SortedMap<Cohort, List<FailureLine>> byDetection = new TreeMap<>();
        for (FailureLine line : lines) {
            if (cycles.includes(line)) {
                line.reachedAt(Stage.DETECTED, asOf)
                        .map(at -> Cohort.of(at, length, zone))
                        .ifPresent(cohort -> byDetection
                                .computeIfAbsent(cohort, key -> new ArrayList<>())
                                .add(line));
            }
        }
        List<Point> points = new ArrayList<>();
        byDetection.forEach((cohort, members) ->
                points.add(new Point(cohort, LagFigure.of(members, StagePair.ADAPTATION, asOf, cycles, z))));
        return new Trend(asOf, length, zone, points);
    }
}
