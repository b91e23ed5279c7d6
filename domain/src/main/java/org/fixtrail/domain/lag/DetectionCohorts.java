package org.fixtrail.domain.lag;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fixtrail.domain.failure.Stage;

/**
 * Detection lags by the month or quarter (UTC) of emergence, among those detected so far. Detection lag is
 * right-truncated: a failure that nobody has noticed is not seen at all, so the latest cohorts hold only the short lags
 * and no estimate can be made from them. Hence counts, and the plain median and extremes of what was detected.
 *
 * @param cohorts those with at least one failure, ascending
 * @param dismissed left out: no failure after all
 * @param merged left out: a duplicate
 */
public record DetectionCohorts(Instant asOf, CohortLength length, List<Row> cohorts, int dismissed, int merged) {
    /** What must stand beside these figures wherever they are shown. */
    public static final String LABEL = "among those detected so far";

    public DetectionCohorts {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * The failures that emerged in one cohort.
     *
     * @param detected how many were detected as of the moment, without the contradictory ones
     * @param knownUndetected how many are on record as emerged (by a signal) but noticed by nobody yet
     * @param contradictory left out: detected before they emerged
     * @param lags among those detected so far; empty if none was
     */
    public record Row(Cohort cohort, int detected, int knownUndetected, int contradictory, Optional<Spread> lags) {}

    /** The shortest, the median (the ceil(n/2)-th in order) and the longest of some lags. */
    public record Spread(Duration min, Duration median, Duration max) {
        static Optional<Spread> of(List<Duration> lags) {
            List<Duration> sorted = lags.stream().sorted().toList();
            int size = sorted.size();
            return size == 0
                    ? Optional.empty()
                    : Optional.of(new Spread(sorted.get(0), sorted.get((size + 1) / 2 - 1), sorted.get(size - 1)));
        }
    }

    /** Groups failures whose emergence is known; first cycles only unless asked otherwise. */
    public static DetectionCohorts of(List<FailureLine> lines, Instant asOf, CohortLength length, Cycles cycles) {
        SortedMap<Cohort, List<Lag>> byCohort = new TreeMap<>();
        int dismissed = 0;
        int merged = 0;
        for (FailureLine line : lines) {
            Optional<Lag> lag = cycles.includes(line) ? Lag.measure(line, StagePair.DETECTION, asOf) : Optional.empty();
            if (lag.isEmpty()) {
                continue;
            }
            Optional<Ending> left = line.endingAsOf(asOf)
                    .filter(end -> LagPopulation.leftThePopulation(line, asOf).isPresent());
            if (left.isPresent()) {
                dismissed += left.get().stage() == Stage.DISMISSED ? 1 : 0;
                merged += left.get().stage() == Stage.MERGED ? 1 : 0;
                continue;
            }
            Cohort cohort = Cohort.of(lag.get().start(), length, ZoneOffset.UTC);
            byCohort.computeIfAbsent(cohort, key -> new ArrayList<>()).add(lag.get());
        }
        return new DetectionCohorts(
                asOf,
                length,
                byCohort.entrySet().stream().map(DetectionCohorts::row).toList(),
                dismissed,
                merged);
    }

    private static Row row(Map.Entry<Cohort, List<Lag>> cohort) {
        List<Duration> detected = cohort.getValue().stream()
                .filter(lag -> lag.outcome() == Outcome.REACHED)
                .map(Lag::length)
                .toList();
        int contradictory = (int) cohort.getValue().stream()
                .filter(lag -> lag.outcome() == Outcome.CONTRADICTORY)
                .count();
        int undetected = cohort.getValue().size() - detected.size() - contradictory;
        return new Row(cohort.getKey(), detected.size(), undetected, contradictory, Spread.of(detected));
    }
}
