package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Lifecycle;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.CycleLags;
import org.fixtrail.domain.signal.Signal;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.system.Systems;

/** Shows one failure with its whole trail, and what the caller may do next. */
@ApplicationScoped
@Transactional
public class ShowFailure {
    private final EntityManager em;
    private final Failures failures;
    private final Systems systems;
    private final ActorNames names;
    private final Clock clock;

    @Inject
    public ShowFailure(EntityManager em, Failures failures, Systems systems, ActorNames names, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.systems = systems;
        this.names = names;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ShowFailure() {
        this(null, null, null, null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public FailureView one(UUID id) {
        Failure failure = failures.get(id);
        List<Transition> transitions = em.createQuery(
                        "select t from Transition t where t.failureId = :failure order by t.leaf", Transition.class)
                .setParameter("failure", id)
                .getResultList();
        List<TransitionFact> facts = transitions.stream().map(Transition::fact).toList();
        List<FailureRevision> revisions = failures.revisions(id);
        Timeline timeline = failures.now(facts);
        return new FailureView(
                failure,
                systems.get(failure.systemId()).name(),
                revisions,
                facts,
                timeline,
                lateReasons(transitions),
                names.of(Stream.concat(transitions.stream(), revisions.stream())),
                Lifecycle.nextStages(timeline),
                may(CallerContext.get()),
                lags(id, timeline));
    }

    /** The signals that are occurrences of a failure, newest first. */
    @Requires(Permission.VIEW_RECORD)
    public Page<Signal> occurrences(UUID id, PageRequest page) {
        failures.get(id);
        List<Signal> signals = em.createQuery(
                        "select s from Signal s where s.failureId = :failure order by s.occurredAt desc, s.id",
                        Signal.class)
                .setParameter("failure", id)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = em.createQuery("select count(s) from Signal s where s.failureId = :failure", Long.class)
                .setParameter("failure", id)
                .getSingleResult();
        return new Page<>(signals, total);
    }

    private static List<Stage> may(Caller caller) {
        return Arrays.stream(Stage.values())
                .filter(stage -> caller.may(MoveFailure.needed(stage)))
                .toList();
    }

    private static Map<UUID, String> lateReasons(List<Transition> transitions) {
        Map<UUID, String> reasons = new TreeMap<>();
        for (Transition transition : transitions) {
            String reason = transition.lateReason();
            if (reason != null) {
                reasons.put(transition.id(), reason);
            }
        }
        return reasons;
    }

    private Map<Integer, CycleLags> lags(UUID id, Timeline timeline) {
        Map<Integer, CycleLags> lags = new TreeMap<>();
        for (int cycle = 1; cycle <= timeline.cycle(); cycle++) {
            lags.put(cycle, CycleLags.of(FailureLines.line(id, cycle, timeline), Instant.now(clock)));
        }
        return lags;
    }
}
