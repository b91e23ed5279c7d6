package org.fixtrail.domain.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.failure.Stage;

/**
 * Where a population's time goes between detection and deployment: the total dwell of each stage from DETECTED to
 * REVIEWED, that of open failures until the as-of moment included. EMERGED is left out since nobody could act before
 * awareness, DEPLOYED since its dwell is the observation window, which the fix no longer waits for. So the totals add up
 * to the adaptation lags of the population, and the bottleneck is what shortening them must begin with.
 *
 * @param population cycles that had been detected, without those left out
 * @param totals dwell of each stage that any of them was in; a sum over cycles, not a mean
 * @param contradictory left out: one of these stages was left before it was reached
 * @param dismissedOrMerged left out: no failures of their own
 */
public record Bottleneck(
        Instant asOf,
        Cycles cycles,
        int population,
        Map<Stage, Duration> totals,
        int contradictory,
        int dismissedOrMerged) {
    private static final Set<Stage> BEFORE_DEPLOYMENT =
            Collections.unmodifiableSet(EnumSet.range(Stage.DETECTED, Stage.REVIEWED));

    public Bottleneck {
        Map<Stage, Duration> copy = new EnumMap<>(Stage.class);
        copy.putAll(totals);
        totals = Collections.unmodifiableMap(copy);
    }

    /** Adds up the dwell of those that had been detected as of the moment. */
    public static Bottleneck of(List<FailureLine> lines, Instant asOf, Cycles cycles) {
        Map<Stage, Duration> totals = new EnumMap<>(Stage.class);
        int population = 0;
        int contradictory = 0;
        int dismissedOrMerged = 0;
        for (FailureLine line : lines) {
            if (!cycles.includes(line) || line.reachedAt(Stage.DETECTED, asOf).isEmpty()) {
                continue;
            }
            Dwell dwell = Dwell.measure(line, asOf);
            if (LagPopulation.leftThePopulation(line, asOf).isPresent()) {
                dismissedOrMerged++;
            } else if (!Collections.disjoint(dwell.contradictory(), BEFORE_DEPLOYMENT)) {
                contradictory++;
            } else {
                population++;
                dwell.byStage().forEach((stage, time) -> totals.merge(stage, time, Duration::plus));
            }
        }
        totals.keySet().retainAll(BEFORE_DEPLOYMENT);
        return new Bottleneck(asOf, cycles, population, totals, contradictory, dismissedOrMerged);
    }

    /** The stage with the most dwell, the earlier one if two have the same; empty if there was none at all. */
    public Optional<Stage> stage() {
        return totals.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .reduce((most, next) -> next.getValue().compareTo(most.getValue()) > 0 ? next : most)
                .map(Map.Entry::getKey);
    }

    /** The stage's share of all dwell counted here, from 0 to 1; 0 if there was none at all. */
    public double share(Stage stage) {
        double all = totals.values().stream().mapToDouble(Bottleneck::seconds).sum();
        return all == 0 ? 0 : seconds(totals.getOrDefault(stage, Duration.ZERO)) / all;
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }
}
