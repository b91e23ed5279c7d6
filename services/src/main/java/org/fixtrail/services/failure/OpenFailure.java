package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Substitutions;
import org.fixtrail.domain.failure.Decision;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureContext;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Lifecycle;
import org.fixtrail.domain.failure.MoveRequest;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.system.Systems;

/** Opens a failure at EMERGED. */
@ApplicationScoped
@Transactional
public class OpenFailure {
    private final EntityManager em;
    private final Failures failures;
    private final Systems systems;
    private final Clock clock;

    @Inject
    public OpenFailure(EntityManager em, Failures failures, Systems systems, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.systems = systems;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected OpenFailure() {
        this(null, null, null, null);
    }

    @Requires(Permission.OPEN_FAILURE)
    public Outcome<FailureId> open(NewFailure wanted) {
        return refused(wanted)
                .orElseGet(
                        () -> Outcome.done(new FailureId(openUnchecked(wanted).id())));
    }

    /**
     * Opens a failure that somebody detected at a moment that is known, both as one act or neither.
     *
     * @param detection at {@link Stage#DETECTED}
     */
    @Requires(Permission.OPEN_FAILURE)
    public Outcome<FailureId> openDetected(NewFailure wanted, MoveRequest detection) {
        return refused(wanted).orElseGet(() -> detected(wanted, detection));
    }

    private Outcome<FailureId> detected(NewFailure wanted, MoveRequest detection) {
        Failure failure = begun(wanted);
        Transition emerged = emerged(failure, wanted);
        FailureContext context =
                new FailureContext(Instant.now(clock), wanted.facts().kind(), false, 0, Substitutions.NONE);
        Decision decision =
                Lifecycle.decide(detection, failures.now(failures.with(List.of(), List.of(emerged))), context);
        if (decision instanceof Decision.Refused refused) {
            return Outcome.refused(refused.rule(), refused.reason());
        }
        Transition detected = Transition.allowed(failure, detection, (Decision.Allowed) decision);
        store(failure, wanted, List.of(emerged, detected));
        return Outcome.done(new FailureId(failure.id()));
    }

    private Optional<Outcome<FailureId>> refused(NewFailure wanted) {
        List<FieldProblem> problems = new ArrayList<>(wanted.facts().problems());
        if (wanted.emergedAt().isAfter(Instant.now(clock).plus(Timeline.CLOCK_SKEW))) {
            problems.add(new FieldProblem("emergedAt", "is in the future"));
        }
        String fingerprint = wanted.fingerprint();
        if (fingerprint != null && (fingerprint.isBlank() || fingerprint.length() > 200)) {
            problems.add(new FieldProblem("fingerprint", "must have 1 to 200 characters"));
        }
        if (!problems.isEmpty()) {
            return Optional.of(Outcome.invalid(problems));
        }
        systems.get(wanted.systemId());
        return fingerprint != null
                        && failures.byFingerprint(wanted.systemId(), fingerprint)
                                .isPresent()
                ? Optional.of(Outcome.refused(
                        "fingerprint-known",
                        "This AI system has a failure with this fingerprint: add an occurrence to it."))
                : Optional.empty();
    }

    /** For other use cases that did the checks. */
    Failure openUnchecked(NewFailure wanted) {
        Failure failure = begun(wanted);
        store(failure, wanted, List.of(emerged(failure, wanted)));
        return failure;
    }

    private static Failure begun(NewFailure wanted) {
        return new Failure(UUID.randomUUID(), CallerContext.get().organisationId(), wanted.systemId());
    }

    private void store(Failure failure, NewFailure wanted, List<Transition> transitions) {
        failures.record(failure, firstRevision(failure, wanted));
        failures.record(failure, List.of(), transitions);
        em.persist(failure);
    }

    private static Transition emerged(Failure failure, NewFailure wanted) {
        String reference = wanted.reference();
        StageDetails details = reference == null || reference.isBlank()
                ? StageDetails.NONE
                : StageDetails.NONE.with("reference", reference);
        return Transition.emerged(failure, 1, wanted.emergedAt(), details);
    }

    private static FailureRevision firstRevision(Failure failure, NewFailure wanted) {
        FailureFacts facts = wanted.facts();
        return new FailureRevision(
                UUID.randomUUID(),
                failure.id(),
                wanted.systemId(),
                1,
                facts.title().strip(),
                facts.description().strip(),
                facts.severity(),
                facts.category(),
                facts.kind(),
                facts.learningMode(),
                facts.affectedVersion(),
                wanted.fingerprint(),
                null,
                null,
                false,
                "",
                "opened");
    }
}
