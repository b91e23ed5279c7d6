package org.fixtrail.domain.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fixtrail.domain.verification.FailureRate;

/** What must be seen in the observation window before a fix counts as proven. */
final class VerificationGuards {
    private static final double CONFIDENCE = 0.95;

    private VerificationGuards() {}

    static Optional<String> windowPassed(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.VERIFIED) {
            return Optional.empty();
        }
        Optional<Instant> end = timeline.reached(timeline.cycle(), Stage.DEPLOYED)
                .map(deployed -> deployed.occurredAt().plus(window(timeline)));
        return end.filter(instant -> request.occurredAt().isBefore(instant))
                .map(instant -> "The observation window ends at " + instant + ".");
    }

    static Optional<String> exposureReached(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.VERIFIED) {
            return Optional.empty();
        }
        long seen = request.details().integer("interactions").orElse(0L);
        long needed = Math.max(1, decided(timeline).integer("minExposure").orElse(1L));
        return seen < needed
                ? Optional.of("Not verifiable: the window saw " + seen + " interactions, " + needed + " are needed.")
                : Optional.empty();
    }

    static Optional<String> failureRateBelowThreshold(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.VERIFIED) {
            return Optional.empty();
        }
        long seen = request.details().integer("interactions").orElse(0L);
        long failed = context.occurrencesSinceDeployment();
        double limit = decided(timeline)
                .decimal("maxFailureRate")
                .map(Number::doubleValue)
                .orElse(0.0);
        double bound = failed > seen
                ? 1.0
                : FailureRate.upperBound(failed, seen, CONFIDENCE).orElse(1.0);
        return bound < limit
                ? Optional.empty()
                : Optional.of(String.format(
                        java.util.Locale.ROOT,
                        "With %d occurrences in %d interactions the failure rate may be as high as %.3g (95 %%"
                                + " confidence); it must be below %.3g.",
                        failed,
                        seen,
                        bound,
                        limit));
    }

    private static Duration window(Timeline timeline) {
        return Duration.ofDays(decided(timeline).integer("observationDays").orElse(0L));
    }

    private static StageDetails decided(Timeline timeline) {
        return timeline.reached(timeline.cycle(), Stage.DECIDED)
                .map(TransitionFact::details)
                .orElse(StageDetails.NONE);
    }
}
