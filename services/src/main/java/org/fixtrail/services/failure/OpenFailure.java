package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FieldProblem;
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
        List<FieldProblem> problems = new ArrayList<>(wanted.facts().problems());
        if (wanted.emergedAt().isAfter(Instant.now(clock).plus(Timeline.CLOCK_SKEW))) {
            problems.add(new FieldProblem("emergedAt", "is in the future"));
        }
        String fingerprint = wanted.fingerprint();
        if (fingerprint != null && (fingerprint.isBlank() || fingerprint.length() > 200)) {
            problems.add(new FieldProblem("fingerprint", "must have 1 to 200 characters"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        systems.get(wanted.systemId());
        if (fingerprint != null
                && failures.byFingerprint(wanted.systemId(), fingerprint).isPresent()) {
            return Outcome.refused(
                    "fingerprint-known",
                    "This AI system has a failure with this fingerprint: add an occurrence to it.");
        }
        return Outcome.done(new FailureId(openUnchecked(wanted).id()));
    }

    /** For other use cases that did the checks. */
    Failure openUnchecked(NewFailure wanted) {
        Failure failure = new Failure(UUID.randomUUID(), CallerContext.get().organisationId(), wanted.systemId());
        failures.record(failure, firstRevision(failure, wanted));
        String reference = wanted.reference();
        StageDetails details = reference == null || reference.isBlank()
                ? StageDetails.NONE
                : StageDetails.NONE.with("reference", reference);
        failures.record(failure, List.of(), List.of(Transition.emerged(failure, 1, wanted.emergedAt(), details)));
        em.persist(failure);
        return failure;
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
