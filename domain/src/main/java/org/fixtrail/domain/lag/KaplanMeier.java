package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The product-limit estimate of the share that has not happened yet after a time (Kaplan and Meier 1958), a step
 * function. Events come before censorings at equal times. The same observations in any order give the same bits on any
 * machine: sums run in time order and transcendental functions are {@link StrictMath}'s.
 *
 * @param steps one for each distinct time, ascending; empty without observations
 * @param size how many observations
 * @param clusters how many clusters the variance is taken over, or empty if observations count as independent
 */
public record KaplanMeier(List<Step> steps, int size, OptionalInt clusters) {
    /** The normal deviate of two-sided 95 % limits. */
    public static final double Z_95 = 1.959963984540054;

    /** A full order, so that not even the last bit of a sum depends on the order of the input. */
    private static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::time)
            .thenComparing(Observation::event)
            .thenComparing(Observation::cluster);

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * One lag.
     *
     * @param time not negative
     * @param event whether it happened then, or is only known not to have happened until then (censored)
     * @param cluster what it belongs to; observations of one cluster may depend on each other
     */
    public record Observation(Duration time, boolean event, UUID cluster) {
        public Observation {
            requireNonNull(cluster, "cluster");
            if (time.isNegative()) {
                throw new IllegalArgumentException("negative time: " + time);
            }
        }
    }

    /**
     * The estimate from one time up to the next.
     *
     * @param time where the step is
     * @param atRisk how many were still running just before
     * @param events how many happened at this time
     * @param censored how many were censored at this time
     * @param survival the share that has not happened by now, this time's events included
     * @param logVariance the variance of the logarithm of {@code survival}; empty where the data give none: once
     *     {@code survival} is zero, and with all observations in a single cluster
     */
    public record Step(
            Duration time, int atRisk, int events, int censored, double survival, OptionalDouble logVariance) {
        /** The standard error of {@code survival} by the delta method. */
        public OptionalDouble standardError() {
            return logVariance.isPresent()
                    ? OptionalDouble.of(survival * Math.sqrt(logVariance.getAsDouble()))
                    : OptionalDouble.empty();
        }

        /**
         * Limits on the scale log(-log S), which keeps them between 0 and 1 (Kalbfleisch and Prentice).
         *
         * @param z the normal deviate, such as {@link #Z_95}
         */
        public Optional<Limits> limits(double z) {
            if (logVariance.isEmpty()) {
                return Optional.empty();
            }
            if (survival == 1) {
                return Optional.of(new Limits(1, 1));
            }
            double log = StrictMath.log(survival);
            double stretch = StrictMath.exp(z * Math.sqrt(logVariance.getAsDouble()) / -log);
            return Optional.of(new Limits(StrictMath.exp(log * stretch), StrictMath.exp(log / stretch)));
        }
    }

    /** Pointwise confidence limits of the surviving share. */
    public record Limits(double lower, double upper) {}

    /** The estimate with Greenwood's variance: observations count as independent of each other. */
    public static KaplanMeier estimate(List<Observation> observations) {
        return new KaplanMeier(steps(observations, new GreenwoodVariance()), observations.size(), OptionalInt.empty());
    }

    /** The same estimate with a variance that allows for dependence within clusters. */
    public static KaplanMeier clustered(List<Observation> observations) {
        ClusteredVariance variance = new ClusteredVariance(observations);
        return new KaplanMeier(steps(observations, variance), observations.size(), OptionalInt.of(variance.clusters()));
    }

    private static List<Step> steps(List<Observation> observations, LogVariance variance) {
        List<Observation> sorted = observations.stream().sorted(BY_TIME).toList();
        List<Step> steps = new ArrayList<>();
        RunningSurvival survival = new RunningSurvival();
        int start = 0;
        while (start < sorted.size()) {
            int end = endOfTies(sorted, start);
            List<Observation> leaving = sorted.subList(start, end);
            int atRisk = sorted.size() - start;
            int events = (int) leaving.stream().filter(Observation::event).count();
            int censored = leaving.size() - events;
            OptionalDouble logVariance = variance.after(leaving, atRisk, events);
            steps.add(new Step(
                    leaving.get(0).time(),
                    atRisk,
                    events,
                    censored,
                    survival.after(atRisk, events, censored),
                    logVariance));
            start = end;
        }
        return steps;
    }

    private static int endOfTies(List<Observation> sorted, int start) {
        int end = start + 1;
        while (end < sorted.size()
                && sorted.get(end).time().equals(sorted.get(start).time())) {
            end++;
        }
        return end;
    }

    /** How many of the observations are events. */
    public int events() {
        return steps.stream().mapToInt(Step::events).sum();
    }

    /** The share that has not happened by the time; 1 before the first step. */
    public double survivalAt(Duration time) {
        double survival = 1;
        for (Step step : steps) {
            if (step.time().compareTo(time) > 0) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /**
     * A percentile: the smallest time at which the estimate is 1-p or less, compared exactly. Its limits are the first
     * times at which the pointwise log-log limits are 1-p or less (Brookmeyer and Crowley 1982, on the log-log scale).
     *
     * @param percent 1 to 99
     * @param z the normal deviate of the limits, such as {@link #Z_95}
     */
    public Quantile quantile(int percent, double z) {
        if (percent < 1 || percent > 99) {
            throw new IllegalArgumentException("a percentile lies between 1 and 99: " + percent);
        }
        double level = (100 - percent) / 100.0;
        return new Quantile(
                percent,
                ExactSurvival.quantile(steps, percent).map(Step::time),
                first(step ->
                        step.limits(z).filter(limits -> limits.lower() <= level).isPresent()),
                first(step ->
                        step.limits(z).filter(limits -> limits.upper() <= level).isPresent()));
    }

    private Optional<Duration> first(Predicate<Step> reached) {
        return steps.stream().filter(reached).findFirst().map(Step::time);
    }
}
