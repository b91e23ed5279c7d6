package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One lag over a population. The population is every cycle that had reached the first stage as of the moment, without
 * the dismissed, merged and contradictory ones, which are counted beside it.
 *
 * @param pair the two stages
 * @param asOf what happened later has not happened
 * @param cycles which cycles were looked at
 * @param counts who is in the population and who is not
 * @param quantiles p50, p75 and p90, in this order; with "no data" each is empty
 * @param naiveMean the mean length of the closed ones alone: too short while any are open; empty if none is closed
 * @param curve the Kaplan-Meier estimate; whatever competes is censored at its time
 * @param incidence the Aalen-Johansen estimate, to stand beside it
 */
public record LagFigure(
        StagePair pair,
        Instant asOf,
        Cycles cycles,
        Counts counts,
        List<Quantile> quantiles,
        Optional<Duration> naiveMean,
        KaplanMeier curve,
        AalenJohansen incidence) {
    private static final List<Integer> PERCENTS = List.of(50, 75, 90);

    public LagFigure {
        requireNonNull(pair, "pair");
        requireNonNull(asOf, "asOf");
        quantiles = List.copyOf(quantiles);
    }

    /**
     * Who a figure speaks of.
     *
     * @param closed reached the second stage
     * @param open neither reached it nor ended: censored at the as-of moment
     * @param competing ended in another way, by which way; those that do not occur are left out
     * @param zero closed with a length of exactly zero; part of {@code closed}
     * @param marked in the population although some other of their times contradict each other
     * @param contradictory left out: what ended the lag lies before its start
     * @param dismissed left out: no failure after all
     * @param merged left out: a duplicate
     */
    public record Counts(
            int closed,
            int open,
            Map<Outcome, Integer> competing,
            int zero,
            int marked,
            int contradictory,
            int dismissed,
            int merged) {
        public Counts {
            Map<Outcome, Integer> copy = new EnumMap<>(Outcome.class);
            copy.putAll(competing);
            competing = Collections.unmodifiableMap(copy);
        }

        /** How many the population has. */
        public int population() {
            return closed + censored();
        }

        /** How many of them are censored for Kaplan-Meier: the open ones and those that ended in another way. */
        public int censored() {
            return open
                    + competing.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Computes a figure.
     *
     * @param lines the failures asked about; cycles that {@code cycles} leaves out are passed over
     * @param pair any but the right-truncated ones, for which there is {@link DetectionCohorts}
     * @param z the normal deviate of the limits, such as {@link KaplanMeier#Z_95}
     * @throws IllegalArgumentException if the pair is right-truncated
     */
    public static LagFigure of(List<FailureLine> lines, StagePair pair, Instant asOf, Cycles cycles, double z) {
        if (pair.isRightTruncated()) {
            throw new IllegalArgumentException(pair + " is right-truncated: Kaplan-Meier would be too short");
        }
        LagPopulation population = LagPopulation.of(lines, pair, asOf, cycles);
        KaplanMeier curve = population.curve(cycles);
        return new LagFigure(
                pair,
                asOf,
                cycles,
                population.counts(),
                PERCENTS.stream().map(percent -> curve.quantile(percent, z)).toList(),
                population.meanOfClosed(),
                curve,
                population.incidence());
    }

    /** Whether the population is empty: the figure then says "no data", never zero. */
    public boolean noData() {
        return counts.population() == 0;
    }

    /** The shares of the ways in which lags have ended; empty while none has. */
    public Optional<Incidence> atLastEvent() {
        return Incidence.of(incidence, curve, counts);
    }

    /** The median. */
    public Quantile p50() {
        return quantiles.get(0);
    }

    /** The 75th percentile. */
    public Quantile p75() {
        return quantiles.get(1);
    }

    /** The 90th percentile. */
    public Quantile p90() {
        return quantiles.get(2);
    }
}
