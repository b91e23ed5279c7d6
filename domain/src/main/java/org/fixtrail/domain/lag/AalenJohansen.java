package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cumulative incidence of each outcome among competing ones (Aalen and Johansen 1978): the share that has ended in
 * that way by a time. Where Kaplan-Meier answers as if nothing else could end a lag, these shares and the one still
 * open add up to 1. Point estimates, without limits.
 *
 * @param steps one for each distinct time, ascending; empty without observations
 * @param size how many observations
 */
public record AalenJohansen(List<Step> steps, int size) {
    public AalenJohansen {
        steps = List.copyOf(steps);
    }

    /**
     * One lag.
     *
     * @param time not negative
     * @param outcome REACHED or a competing one; OPEN means censored
     */
    public record Observation(Duration time, Outcome outcome) {
        public Observation {
            requireNonNull(outcome, "outcome");
            if (time.isNegative()) {
                throw new IllegalArgumentException("negative time: " + time);
            }
            if (outcome != Outcome.OPEN && outcome != Outcome.REACHED && !outcome.isCompeting()) {
                throw new IllegalArgumentException("belongs to no population: " + outcome);
            }
        }
    }

    /**
     * The estimate from one time up to the next.
     *
     * @param time where the step is
     * @param atRisk how many were still running just before
     * @param censored how many were censored at this time, after its events
     * @param incidence the share that has ended in each way by now; without the ways that have not occurred
     * @param stillOpen the share that has not ended by now
     */
    public record Step(Duration time, int atRisk, int censored, Map<Outcome, Double> incidence, double stillOpen) {
        public Step {
            Map<Outcome, Double> copy = new EnumMap<>(Outcome.class);
            copy.putAll(incidence);
            incidence = Collections.unmodifiableMap(copy);
        }

        /** The share that has ended in this way by now. */
        public double incidenceOf(Outcome outcome) {
            return incidence.getOrDefault(outcome, 0.0);
        }
    }

    /** Estimates from observations in any order. */
    public static AalenJohansen estimate(List<Observation> observations) {
        SortedMap<Duration, Map<Outcome, Integer>> counts = new TreeMap<>();
        for (Observation observation : observations) {
            counts.computeIfAbsent(observation.time(), time -> new EnumMap<>(Outcome.class))
                    .merge(observation.outcome(), 1, Integer::sum);
        }
        return new AalenJohansen(steps(counts, observations.size()), observations.size());
    }

    private static List<Step> steps(SortedMap<Duration, Map<Outcome, Integer>> counts, int size) {
        List<Step> steps = new ArrayList<>();
        Map<Outcome, Double> incidence = new EnumMap<>(Outcome.class);
        RunningSurvival survival = new RunningSurvival();
        double before = 1;
        int atRisk = size;
        for (Map.Entry<Duration, Map<Outcome, Integer>> at : counts.entrySet()) {
            int censored = at.getValue().getOrDefault(Outcome.OPEN, 0);
            int leaving = 0;
            for (Map.Entry<Outcome, Integer> count : at.getValue().entrySet()) {
                leaving += count.getValue();
                if (count.getKey() != Outcome.OPEN) {
                    incidence.merge(count.getKey(), before * count.getValue() / atRisk, Double::sum);
                }
            }
            before = survival.after(atRisk, leaving - censored, censored);
            steps.add(new Step(at.getKey(), atRisk, censored, incidence, before));
            atRisk -= leaving;
        }
        return steps;
    }

    /** The step of the last event, after which no share changes; empty if there was none. */
    public Optional<Step> lastEvent() {
        Map<Outcome, Double> end =
                steps.isEmpty() ? Map.of() : steps.get(steps.size() - 1).incidence();
        return steps.stream()
                .filter(step -> !end.isEmpty() && step.incidence().equals(end))
                .findFirst();
    }

    /** The share that has ended in this way by the time. */
    public double incidenceAt(Outcome outcome, Duration time) {
        double incidence = 0;
        for (Step step : steps) {
            if (step.time().compareTo(time) > 0) {
                break;
            }
            incidence = step.incidenceOf(outcome);
        }
        return incidence;
    }
}
