package org.fixtrail.domain.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;

/** Sorts cycles into those that a lag figure is about and those counted beside it. */
final class LagPopulation {
    private record Member(Lag lag, UUID failureId) {}

    private final List<Member> members = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int zero;
    private int marked;

    static LagPopulation of(List<FailureLine> lines, StagePair pair, Instant asOf, Cycles cycles) {
        LagPopulation population = new LagPopulation();
        for (FailureLine line : lines) {
            if (cycles.includes(line)) {
                Lag.measure(line, pair, asOf).ifPresent(lag -> population.add(line, lag, asOf));
            }
        }
        return population;
    }

    private void add(FailureLine line, Lag lag, Instant asOf) {
        Outcome outcome = leftThePopulation(line, asOf).orElse(lag.outcome());
        outcomes.merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.REACHED || outcome == Outcome.OPEN || outcome.isCompeting()) {
            members.add(new Member(lag, line.failureId()));
            zero += lag.isZero() ? 1 : 0;
            marked += line.contradictory() ? 1 : 0;
        }
    }

    /** DISMISSED and MERGED take a cycle out of every population, even where its lag had closed before. */
    static Optional<Outcome> leftThePopulation(FailureLine line, Instant asOf) {
        return line.endingAsOf(asOf)
                .filter(end -> end.stage() == Stage.DISMISSED || end.stage() == Stage.MERGED)
                .map(end -> Outcome.ofEnding(end.stage()));
    }

    LagFigure.Counts counts() {
        Map<Outcome, Integer> competing = new EnumMap<>(outcomes);
        competing.keySet().removeIf(outcome -> !outcome.isCompeting());
        return new LagFigure.Counts(
                count(Outcome.REACHED),
                count(Outcome.OPEN),
                competing,
                zero,
                marked,
                count(Outcome.CONTRADICTORY),
                count(Outcome.DISMISSED),
                count(Outcome.MERGED));
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    KaplanMeier curve(Cycles cycles) {
        List<KaplanMeier.Observation> observations = members.stream()
                .map(member -> new KaplanMeier.Observation(
                        member.lag().length(), member.lag().outcome() == Outcome.REACHED, member.failureId()))
                .toList();
        return switch (cycles) {
            case FIRST -> KaplanMeier.estimate(observations);
            case ALL -> KaplanMeier.clustered(observations);
        };
    }

    AalenJohansen incidence() {
        return AalenJohansen.estimate(members.stream()
                .map(member -> new AalenJohansen.Observation(
                        member.lag().length(), member.lag().outcome()))
                .toList());
    }

    Optional<Duration> meanOfClosed() {
        List<Duration> closed = members.stream()
                .map(Member::lag)
                .filter(lag -> lag.outcome() == Outcome.REACHED)
                .map(Lag::length)
                .toList();
        return closed.stream().reduce(Duration::plus).map(sum -> sum.dividedBy(closed.size()));
    }
}
