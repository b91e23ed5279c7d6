package org.fixtrail.domain.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When something may have happened. */
final class TimeGuards {
    /** Longer ago than this, an entry must say why it comes so late. */
    private static final Duration PROMPT = Duration.ofHours(24);

    private TimeGuards() {}

    static Optional<String> notInTheFuture(MoveRequest request, Timeline timeline, FailureContext context) {
        return request.occurredAt().isAfter(context.now().plus(Timeline.CLOCK_SKEW))
                ? Optional.of("The time " + request.occurredAt() + " is in the future.")
                : Optional.empty();
    }

    static Optional<String> lateEntryHasReason(MoveRequest request, Timeline timeline, FailureContext context) {
        boolean late = request.occurredAt().isBefore(context.now().minus(PROMPT));
        String reason = request.lateReason();
        return late && (reason == null || reason.isBlank())
                ? Optional.of("This happened more than 24 hours ago: say why it is entered only now.")
                : Optional.empty();
    }

    static Optional<String> timesInOrder(MoveRequest request, Timeline timeline, FailureContext context) {
        Instant at = request.occurredAt();
        for (Map.Entry<Stage, TransitionFact> entry :
                timeline.reached(timeline.cycle()).entrySet()) {
            Stage stage = entry.getKey();
            Instant other = entry.getValue().occurredAt();
            if (!stage.onLine() || entry.getValue().id().equals(request.supersedes())) {
                continue;
            }
            if (stage.number() < request.stage().number() && at.isBefore(other)) {
                return Optional.of(
                        request.stage().label() + " cannot be before " + stage.label() + " at " + other + ".");
            }
            if (stage.number() > request.stage().number() && at.isAfter(other)) {
                return Optional.of(
                        request.stage().label() + " cannot be after " + stage.label() + " at " + other + ".");
            }
        }
        return Optional.empty();
    }
}
