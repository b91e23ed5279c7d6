package org.fixtrail.services.failure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.CycleLags;

/**
 * One failure with all that is on record.
 *
 * @param revisions what was said of it, oldest first; the last is in force
 * @param transitions every transition ever recorded, oldest first, replaced ones too
 * @param timeline what of them is in force now
 * @param lateReasons why transitions were entered late, by transition
 * @param names display names of the people who did something, by pseudonym
 * @param next the stages of the line that may be recorded next
 * @param may the stages that this caller has the right to record, on the line and beside it
 * @param lags lags of each cycle, as of now
 */
public record FailureView(
        Failure failure,
        String system,
        List<FailureRevision> revisions,
        List<TransitionFact> transitions,
        Timeline timeline,
        Map<UUID, String> lateReasons,
        Map<UUID, String> names,
        List<Stage> next,
        List<Stage> may,
        Map<Integer, CycleLags> lags) {
    public FailureId id() {
        return new FailureId(failure.id());
    }

    /** What is said of it now. */
    public FailureRevision current() {
        return revisions.get(revisions.size() - 1);
    }
}
