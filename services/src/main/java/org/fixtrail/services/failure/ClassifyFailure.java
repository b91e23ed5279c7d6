package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.jspecify.annotations.Nullable;

/** Changes what is said of a failure: title, severity, category, kind. What was said before stays on record. */
@ApplicationScoped
@Transactional
public class ClassifyFailure {
    private final Failures failures;

    @Inject
    public ClassifyFailure(Failures failures) {
        this.failures = failures;
    }

    @SuppressWarnings("NullAway")
    protected ClassifyFailure() {
        this(null);
    }

    /**
     * @param change what shall be said, made from what is said now
     * @param seenVersion the version that the caller looked at, or null not to care
     */
    @Requires(Permission.CLASSIFY_FAILURE)
    public Outcome<FailureId> classify(
            UUID failureId, UnaryOperator<FailureFacts> change, String reason, @Nullable Long seenVersion) {
        Failure failure = failures.get(failureId);
        if (seenVersion != null && seenVersion != failure.version()) {
            throw new Changed();
        }
        List<FailureRevision> revisions = failures.revisions(failureId);
        FailureRevision last = revisions.get(revisions.size() - 1);
        FailureFacts facts = change.apply(FailureFacts.of(last));
        List<FieldProblem> problems = new ArrayList<>(facts.problems());
        problems.addAll(Reasons.problems("reason", reason));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        failures.record(failure, next(last, facts, reason));
        failures.record(failure, failures.facts(failureId), List.of());
        return Outcome.done(new FailureId(failureId));
    }

    private static FailureRevision next(FailureRevision last, FailureFacts facts, String reason) {
        return new FailureRevision(
                UUID.randomUUID(),
                last.failureId(),
                last.systemId(),
                last.revision() + 1,
                facts.title().strip(),
                facts.description().strip(),
                facts.severity(),
                facts.category(),
                facts.kind(),
                facts.learningMode(),
                facts.affectedVersion(),
                last.fingerprint(),
                last.source(),
                last.externalKey(),
                last.imported(),
                last.contradictions(),
                reason.strip());
    }
}
