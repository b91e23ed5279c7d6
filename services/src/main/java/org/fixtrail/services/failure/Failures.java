package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.ledger.Ledger;

/**
 * Reads failures and writes what happens to them, inside a use case's transaction. Each write hands the act to the ledger
 * and brings the failure's current state up to date.
 */
@ApplicationScoped
public class Failures {
    private final EntityManager em;
    private final Ledger ledger;
    private final Clocks clocks;
    private final Clock clock;

    @Inject
    public Failures(EntityManager em, Ledger ledger, Clocks clocks, Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.clocks = clocks;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Failures() {
        this(null, null, null, null);
    }

    public Failure get(UUID id) {
        Failure failure = em.find(Failure.class, id);
        if (failure == null) {
            throw new NotFound("failure");
        }
        return failure;
    }

    public Optional<Failure> byFingerprint(UUID systemId, String fingerprint) {
        return em.createQuery(
                        "select f from Failure f where f.systemId = :system and f.fingerprint = :fingerprint",
                        Failure.class)
                .setParameter("system", systemId)
                .setParameter("fingerprint", fingerprint)
                .getResultStream()
                .findFirst();
    }

    /** The failure that stands for this one: itself, or the one of the same AI system into which it is merged. */
    public Failure standingFor(Failure failure) {
        Failure standing = failure;
        for (UUID into = failure.mergedInto(); into != null; into = standing.mergedInto()) {
            Failure next = get(into);
            if (!next.systemId().equals(failure.systemId())) {
                return standing;
            }
            standing = next;
        }
        return standing;
    }

    public List<TransitionFact> facts(UUID failureId) {
        return em.createQuery(
                        "select t from Transition t where t.failureId = :failure order by t.leaf", Transition.class)
                .setParameter("failure", failureId)
                .getResultStream()
                .map(Transition::fact)
                .toList();
    }

    public List<FailureRevision> revisions(UUID failureId) {
        return em.createQuery(
                        "select r from FailureRevision r where r.failureId = :failure order by r.revision",
                        FailureRevision.class)
                .setParameter("failure", failureId)
                .getResultList();
    }

    public Timeline now(List<TransitionFact> facts) {
        return Timeline.now(facts, Instant.now(clock));
    }

    public void record(Failure failure, FailureRevision revision) {
        failure.apply(revision, Instant.now(clock));
        ledger.append(revision);
    }

    /** Records transitions after those known so far, and answers the timeline that they leave. */
    public Timeline record(Failure failure, List<TransitionFact> before, List<Transition> transitions) {
        transitions.forEach(ledger::append);
        Timeline timeline = now(with(before, transitions));
        failure.apply(timeline, Instant.now(clock));
        clocks.refresh(failure, timeline);
        return timeline;
    }

    /** What will be known once transitions are recorded after those known so far. */
    List<TransitionFact> with(List<TransitionFact> before, List<Transition> transitions) {
        return Stream.concat(before.stream(), transitions.stream().map(this::unsealed))
                .toList();
    }

    /** The fact as it will be once the ledger has numbered it: after all others. */
    private TransitionFact unsealed(Transition transition) {
        return new TransitionFact(
                transition.id(),
                transition.failureId(),
                transition.cycle(),
                transition.stage(),
                transition.occurredAt(),
                Instant.now(clock),
                Long.MAX_VALUE - 1,
                CallerContext.get().actor(),
                transition.details(),
                transition.proposal(),
                transition.confirms(),
                transition.supersedes(),
                transition.retraction(),
                transition.imported());
    }
}
