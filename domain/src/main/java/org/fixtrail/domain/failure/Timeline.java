package org.fixtrail.domain.failure;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is in force of one failure's transitions, as of a moment and as known at a size of the ledger. Superseded and
 * retracted transitions are gone; a retraction does not bring back what the retracted one had replaced.
 */
public final class Timeline {
    /** Clocks of two machines may differ by this much: what is entered as of a moment ahead by no more counts as past. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final List<TransitionFact> effective;
    private final List<TransitionFact> pending;
    private final Instant asOf;
    private final Map<Integer, Map<Stage, TransitionFact>> reachedByCycle;

    private Timeline(List<TransitionFact> effective, List<TransitionFact> pending, Instant asOf) {
        this.effective = effective;
        this.pending = pending;
        this.asOf = asOf;
        this.reachedByCycle = reachedByCycle(effective);
    }

    /** All that is known, as it stands now. */
    public static Timeline now(Collection<TransitionFact> facts, Instant now) {
        return of(facts, now.plus(CLOCK_SKEW), Long.MAX_VALUE);
    }

    /**
     * @param facts all transitions of one failure, in any order
     * @param asOf what happened after this moment has not happened
     * @param knownAt size of the ledger: only entries with a smaller number are known
     */
    public static Timeline of(Collection<TransitionFact> facts, Instant asOf, long knownAt) {
        List<TransitionFact> known = facts.stream()
                .filter(fact -> fact.leaf() < knownAt)
                .sorted(Comparator.comparingLong(TransitionFact::leaf))
                .toList();
        Set<UUID> replaced = new HashSet<>(known.stream()
                .map(TransitionFact::supersedes)
                .filter(Objects::nonNull)
                .collect(toSet()));
        Set<UUID> confirmed = known.stream()
                .map(TransitionFact::confirms)
                .filter(Objects::nonNull)
                .collect(toSet());
        List<TransitionFact> effective = new ArrayList<>();
        List<TransitionFact> pending = new ArrayList<>();
        for (TransitionFact fact : known) {
            if (fact.retraction()
                    || replaced.contains(fact.id())
                    || fact.occurredAt().isAfter(asOf)) {
                continue;
            }
            if (!fact.proposal()) {
                effective.add(fact);
            } else if (!confirmed.contains(fact.id())) {
                pending.add(fact);
            }
        }
        return new Timeline(List.copyOf(effective), List.copyOf(pending), asOf);
    }

    /** Everything in force, in the order in which it was recorded. */
    public List<TransitionFact> effective() {
        return effective;
    }

    /** Proposals that wait for a second person. */
    public List<TransitionFact> pending() {
        return pending;
    }

    /** The current cycle, from 1; 0 when nothing is known. */
    public int cycle() {
        return effective.stream().mapToInt(TransitionFact::cycle).max().orElse(0);
    }

    /** The line stages reached in a cycle, in the order of the line, and the first containment. */
    public Map<Stage, TransitionFact> reached(int cycle) {
        return reachedByCycle.getOrDefault(cycle, Map.of());
    }

    private static Map<Integer, Map<Stage, TransitionFact>> reachedByCycle(List<TransitionFact> effective) {
        Map<Integer, Map<Stage, TransitionFact>> reached = new HashMap<>();
        for (TransitionFact fact : effective) {
            if (fact.stage().onLine() || fact.stage() == Stage.CONTAINED) {
                reached.computeIfAbsent(fact.cycle(), cycle -> new EnumMap<>(Stage.class))
                        .merge(fact.stage(), fact, Timeline::earlier);
            }
        }
        return reached;
    }

    public Optional<TransitionFact> reached(int cycle, Stage stage) {
        return Optional.ofNullable(reached(cycle).get(stage));
    }

    /** The furthest stage of the line that a cycle has reached. */
    public Optional<Stage> stage(int cycle) {
        return Stage.line().stream()
                .filter(stage -> reached(cycle).containsKey(stage))
                .reduce((first, second) -> second);
    }

    /** What took the failure off the line, if anything; an accepted risk does so until it expires. */
    public Optional<TransitionFact> ending() {
        return effective.stream()
                .filter(fact -> fact.stage().isEnding() && !expired(fact))
                .reduce((first, second) -> second);
    }

    /** The failure into which this one is merged. */
    public Optional<UUID> mergedInto() {
        return ending().filter(fact -> fact.stage() == Stage.MERGED)
                .flatMap(fact -> fact.details().id("into"));
    }

    public Optional<Remedy> remedy(int cycle) {
        return reached(cycle, Stage.DECIDED).flatMap(fact -> fact.details().remedy());
    }

    /** Whether a cycle's line stages stand in contradictory order of time. */
    public boolean contradictory(int cycle) {
        Instant last = Instant.MIN;
        for (Stage stage : Stage.line()) {
            TransitionFact fact = reached(cycle).get(stage);
            if (fact != null) {
                if (fact.occurredAt().isBefore(last)) {
                    return true;
                }
                last = fact.occurredAt();
            }
        }
        return false;
    }

    private boolean expired(TransitionFact fact) {
        return fact.expiresAt().filter(at -> !asOf.isBefore(at)).isPresent();
    }

    private static TransitionFact earlier(TransitionFact a, TransitionFact b) {
        return b.occurredAt().isBefore(a.occurredAt()) ? b : a;
    }
}
