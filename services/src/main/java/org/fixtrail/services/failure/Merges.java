package org.fixtrail.services.failure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.failure.EarliestAwareness;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.services.access.Changed;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is recorded on a failure to those into which it is merged, inside a use case's transaction: their times are the
 * earliest, see {@link EarliestAwareness}. An act is planned first, so that it can be refused before anything changes.
 */
@ApplicationScoped
public class Merges {
    private static final String MERGED_INTO = """
            select merged_into from failure where organisation_id = current_organisation() and id = ?1
            """;
    private static final String HELD = MERGED_INTO + " for no key update";

    private final EntityManager em;
    private final Failures failures;
    private final Clock clock;

    @Inject
    public Merges(EntityManager em, Failures failures, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Merges() {
        this(null, null, null);
    }

    /**
     * What must be recorded on one failure.
     *
     * @param before all transitions so far
     * @param after what is in force with the new ones
     */
    record Step(Failure failure, List<TransitionFact> before, List<Transition> transitions, Timeline after) {

        /** Whether it takes a detection away on which later stages build. */
        boolean cutsTheGround() {
            return transitions.stream()
                    .filter(transition -> transition.retraction() && transition.stage() == Stage.DETECTED)
                    .anyMatch(detected -> after.stage(detected.cycle())
                            .filter(furthest -> furthest.number() > Stage.DETECTED.number())
                            .isPresent());
        }
    }

    /**
     * Holds a failure until the commit, and with it those into which it is merged. All who act on failures come here first and
     * take them in one order, so that nobody waits for somebody who waits for them.
     *
     * @param into the failure into which it is to be merged, if that is what the caller wants
     */
    public void hold(UUID failureId, Optional<UUID> into) {
        Map<UUID, Optional<UUID>> wanted = new TreeMap<>();
        follow(failureId, wanted);
        into.ifPresent(id -> follow(id, wanted));
        wanted.forEach((id, above) -> {
            if (!only(em.createNativeQuery(HELD).setParameter(1, id).getResultList())
                    .equals(above)) {
                throw new Changed();
            }
        });
    }

    private void follow(UUID failureId, Map<UUID, Optional<UUID>> found) {
        Optional<UUID> next = Optional.of(failureId);
        while (next.isPresent() && !found.containsKey(next.get())) {
            Optional<UUID> above = only(em.createNativeQuery(MERGED_INTO)
                    .setParameter(1, next.get())
                    .getResultList());
            found.put(next.get(), above);
            next = above;
        }
    }

    /** Empty for no failure and for one that is not merged. */
    private static Optional<UUID> only(List<?> rows) {
        return rows.stream().filter(Objects::nonNull).map(UUID.class::cast).findFirst();
    }

    /** What follows from an act on a failure that is held: the act itself comes first. */
    List<Step> plan(Failure failure, List<TransitionFact> facts, Transition act) {
        List<Step> steps = new ArrayList<>();
        Optional<UUID> next = failures.now(facts).mergedInto();
        Step last = step(failure, facts, List.of(act), null);
        steps.add(last);
        next = next.or(last.after()::mergedInto);
        while (next.isPresent()) {
            Failure above = failures.get(next.get());
            last = step(above, failures.facts(above.id()), List.of(), last);
            steps.add(last);
            next = Optional.ofNullable(above.mergedInto());
        }
        return steps;
    }

    void record(List<Step> steps) {
        steps.stream()
                .filter(step -> !step.transitions().isEmpty())
                .forEach(step -> failures.record(step.failure(), step.before(), step.transitions()));
    }

    /** @param below the step of the failure that is, or was, merged into this one */
    private Step step(Failure failure, List<TransitionFact> before, List<Transition> acts, @Nullable Step below) {
        List<TransitionFact> facts = failures.with(before, acts);
        List<Transition> corrections = EarliestAwareness.corrections(
                failure, facts, failures.now(facts), merged(failure.id(), below), Instant.now(clock));
        List<Transition> transitions = new ArrayList<>(acts);
        transitions.addAll(corrections);
        return new Step(failure, before, transitions, failures.now(failures.with(facts, corrections)));
    }

    private Map<UUID, Timeline> merged(UUID into, @Nullable Step below) {
        Map<UUID, Timeline> merged = new HashMap<>();
        em.createQuery(
                        "select t from Transition t where t.failureId in"
                                + " (select f.id from Failure f where f.mergedInto = :into) order by t.leaf",
                        Transition.class)
                .setParameter("into", into)
                .getResultStream()
                .collect(groupingBy(Transition::failureId, mapping(Transition::fact, toList())))
                .forEach((id, facts) -> merged.put(id, failures.now(facts)));
        if (below != null) {
            merged.remove(below.failure().id());
            below.after()
                    .mergedInto()
                    .filter(into::equals)
                    .ifPresent(same -> merged.put(below.failure().id(), below.after()));
        }
        return merged;
    }
}
