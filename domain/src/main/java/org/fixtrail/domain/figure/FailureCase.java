package org.fixtrail.domain.figure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.FailureLine;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it was known.
 *
 * @param learningMode as the failure is classified; null where that says none
 * @param timeline as of the moment that is asked about
 * @param lines its cycles, for the lag engine
 */
public record FailureCase(
        UUID id,
        Severity severity,
        MistakeCategory category,
        FailureKind kind,
        @Nullable LearningMode learningMode,
        Timeline timeline,
        List<FailureLine> lines) {
    public FailureCase {
        lines = List.copyOf(lines);
    }

    /** When it was first noticed; empty while it is not. */
    Optional<TransitionFact> detected() {
        return timeline.reached(1, Stage.DETECTED);
    }

    /** Whether it is no failure of its own: dismissed, or merged into another. */
    boolean left() {
        return has(Stage.DISMISSED) || has(Stage.MERGED);
    }

    boolean has(Stage ending) {
        return timeline.ending().filter(fact -> fact.stage() == ending).isPresent();
    }

    /** Whether an analysis named the root cause. */
    boolean rootCauseNamed() {
        return timeline.reached(1, Stage.ANALYSED)
                .flatMap(fact -> fact.details().text("rootCause"))
                .filter(cause -> !cause.isBlank())
                .isPresent();
    }

    /** The analysis knows best; what the failure was classified as stands in for it. */
    Optional<LearningMode> failedMode() {
        return timeline.reached(1, Stage.ANALYSED)
                .flatMap(fact -> fact.details().text("learningMode"))
                .map(LearningMode::valueOf)
                .or(() -> Optional.ofNullable(learningMode));
    }
}
