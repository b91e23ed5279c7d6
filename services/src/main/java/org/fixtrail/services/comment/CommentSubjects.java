package org.fixtrail.services.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.services.access.NotFound;

/** Finds what comments are about, inside a use case's transaction. */
@ApplicationScoped
class CommentSubjects {
    private final EntityManager em;

    @Inject
    CommentSubjects(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected CommentSubjects() {
        this(null);
    }

    /** Where a subject belongs. */
    record Place(UUID failureId, UUID systemId) {}

    /** @throws NotFound if there is no such thing */
    Place get(CommentSubject subject, UUID id) {
        return switch (subject) {
            case FAILURE -> {
                Failure failure = find(Failure.class, id, "failure");
                yield new Place(failure.id(), failure.systemId());
            }
            case CLOCK -> {
                RunningClock clock = find(RunningClock.class, id, "clock");
                yield new Place(clock.failureId(), clock.systemId());
            }
            case REPORT -> {
                Submission report = find(Submission.class, id, "report");
                if (report.retracts() != null) {
                    throw new NotFound("report");
                }
                yield new Place(report.failureId(), report.systemId());
            }
        };
    }

    private <T> T find(Class<T> type, UUID id, String name) {
        T found = em.find(type, id);
        if (found == null) {
            throw new NotFound(name);
        }
        return found;
    }
}
