package org.fixtrail.domain.failure;

import static java.util.stream.Collectors.toMap;
import static org.fixtrail.domain.failure.Stage.DEPLOYED;
import static org.fixtrail.domain.failure.Stage.DETECTED;
import static org.fixtrail.domain.failure.Stage.EMERGED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the failures that are merged into another mean for its times. In each cycle {@link Stage#EMERGED} and
 * {@link Stage#DETECTED} are the earliest of the failure's own record and of what the merged ones add, since awareness is that
 * of anyone in the organisation. The rules:
 *
 * <ul>
 *   <li>A merged time belongs to the latest cycle whose predecessor was deployed at or before it.
 *   <li>It never comes after a later stage of that cycle, and where it is a detection before the emergence on record, the
 *       failure had emerged by then.
 *   <li>What people record on the failure itself stays its own record: it comes back when no merge gives an earlier time.
 * </ul>
 */
public final class EarliestAwareness {
    private final Failure failure;
    private final Map<UUID, TransitionFact> facts;
    private final Timeline timeline;
    private final Map<UUID, Timeline> merged;
    private final Instant now;

    private EarliestAwareness(
            Failure failure,
            Collection<TransitionFact> facts,
            Timeline timeline,
            Map<UUID, Timeline> merged,
            Instant now) {
        this.failure = failure;
        this.facts = facts.stream().collect(toMap(TransitionFact::id, fact -> fact));
        this.timeline = timeline;
        this.merged = merged;
        this.now = now;
    }

    /**
     * @param facts all transitions of the failure
     * @param timeline what of them is in force
     * @param merged what is in force of each failure that is merged into this one
     * @return what must be recorded on the failure so that its times are the earliest; nothing if they are
     */
    public static List<Transition> corrections(
            Failure failure,
            Collection<TransitionFact> facts,
            Timeline timeline,
            Map<UUID, Timeline> merged,
            Instant now) {
        EarliestAwareness awareness = new EarliestAwareness(failure, facts, timeline, merged, now);
        return IntStream.rangeClosed(1, timeline.cycle())
                .boxed()
                .flatMap(awareness::corrections)
                .toList();
    }

    /** A time and what is recorded with it; a merged one names the failure from which it comes. */
    private record Time(Instant at, StageDetails details) {
        Optional<UUID> mergedFrom() {
            return details.mergedFrom();
        }
    }

    private Stream<Transition> corrections(int cycle) {
        Instant later = laterStages(cycle);
        Optional<Time> detected = earliest(cycle, DETECTED, later);
        Instant latest = detected.map(Time::at).filter(later::isAfter).orElse(later);
        Optional<Time> emerged = earliest(cycle, EMERGED, latest)
                .map(time -> detected.flatMap(by -> emergedBy(by, time)).orElse(time));
        return Stream.of(correction(cycle, EMERGED, emerged), correction(cycle, DETECTED, detected))
                .flatMap(Optional::stream);
    }

    private Instant laterStages(int cycle) {
        return timeline.reached(cycle).values().stream()
                .filter(fact -> fact.stage().number() > DETECTED.number())
                .map(TransitionFact::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private Optional<Time> earliest(int cycle, Stage stage, Instant latest) {
        List<Time> times = new ArrayList<>();
        own(cycle, stage).ifPresent(times::add);
        merged.forEach((id, other) -> IntStream.rangeClosed(1, other.cycle())
                .mapToObj(number -> other.reached(number, stage))
                .flatMap(Optional::stream)
                .filter(fact -> cycleAt(fact.occurredAt()) == cycle)
                .filter(fact -> !fact.occurredAt().isAfter(latest))
                .map(fact -> new Time(fact.occurredAt(), fact.details().withMergedFrom(id)))
                .forEach(times::add));
        // at the same time the own record comes first
        return times.stream()
                .min(Comparator.comparing(Time::at)
                        .thenComparing(
                                time -> time.mergedFrom().map(UUID::toString).orElse("")));
    }

    /** Whoever noticed a failure before anybody knew that it had emerged knew that it had. */
    private static Optional<Time> emergedBy(Time detected, Time emerged) {
        return emerged.at().isAfter(detected.at())
                ? detected.mergedFrom().map(from -> new Time(detected.at(), StageDetails.NONE.withMergedFrom(from)))
                : Optional.empty();
    }

    /** What people recorded last, beneath the merged times that took its place. */
    private Optional<Time> own(int cycle, Stage stage) {
        Optional<TransitionFact> fact = timeline.reached(cycle, stage);
        while (fact.flatMap(one -> one.details().mergedFrom()).isPresent()) {
            fact = fact.map(TransitionFact::supersedes).map(facts::get);
        }
        return fact.map(one -> new Time(one.occurredAt(), one.details()));
    }

    private int cycleAt(Instant at) {
        int cycle = timeline.cycle();
        while (cycle > 1
                && timeline.reached(cycle - 1, DEPLOYED)
                        .filter(deployed -> !deployed.occurredAt().isAfter(at))
                        .isEmpty()) {
            cycle--;
        }
        return cycle;
    }

    private Optional<Transition> correction(int cycle, Stage stage, Optional<Time> wanted) {
        Optional<TransitionFact> inForce = timeline.reached(cycle, stage);
        if (wanted.isEmpty()) {
            return inForce.map(fact -> Transition.retraction(failure, fact, now, setBack(fact)));
        }
        Time time = wanted.get();
        boolean same = inForce.filter(fact -> fact.occurredAt().equals(time.at())
                        && fact.details().mergedFrom().equals(time.mergedFrom()))
                .isPresent();
        return same
                ? Optional.empty()
                : Optional.of(Transition.earliest(
                        failure,
                        cycle,
                        stage,
                        time.at(),
                        time.details(),
                        inForce.map(TransitionFact::id).orElse(null),
                        time.mergedFrom()
                                .map(EarliestAwareness::comesFrom)
                                .orElseGet(() ->
                                        inForce.map(EarliestAwareness::setBack).orElse(""))));
    }

    private static String comesFrom(UUID merged) {
        return "It comes from " + new FailureId(merged)
                + ", which is merged into this failure: the earliest time counts.";
    }

    private static String setBack(TransitionFact fact) {
        String from = fact.details()
                .mergedFrom()
                .map(id -> new FailureId(id).toString())
                .orElse("another failure");
        return "The earlier time came from " + from + " and counts no longer: it is set back.";
    }
}
