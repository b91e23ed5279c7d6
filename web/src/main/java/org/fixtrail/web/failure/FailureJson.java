package org.fixtrail.web.failure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.failure.FailureFacts;
import org.fixtrail.services.failure.FailureRow;
import org.fixtrail.services.failure.NewFailure;
import org.jspecify.annotations.Nullable;

/** A failure in the API's lists. */
public record FailureJson(
        String id,
        UUID systemId,
        String system,
        String title,
        Severity severity,
        MistakeCategory category,
        FailureKind kind,
        FailureStatus status,
        Stage stage,
        int cycle,
        boolean imported,
        boolean contradictory,
        @Nullable String source,
        @Nullable String externalKey,
        @Nullable String fingerprint,
        @Nullable Instant emergedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant deployedAt,
        Instant changedAt,
        long occurrences,
        @Nullable Instant lastOccurrenceAt,
        long version) {

    static FailureJson of(FailureRow row) {
        return of(row.failure(), row.system());
    }

    static FailureJson of(Failure failure, String system) {
        return new FailureJson(
                "F-" + failure.id(),
                failure.systemId(),
                system,
                failure.title(),
                failure.severity(),
                failure.category(),
                failure.kind(),
                failure.status(),
                failure.stage(),
                failure.cycle(),
                failure.imported(),
                failure.contradictory(),
                failure.source(),
                failure.externalKey(),
                failure.fingerprint(),
                failure.emergedAt(),
                failure.detectedAt(),
                failure.deployedAt(),
                failure.changedAt(),
                failure.occurrences(),
                failure.lastOccurrenceAt(),
                failure.version());
    }

    /** What opens a failure. */
    public record New(
            @Nullable UUID systemId,
            @Nullable String title,
            @Nullable String description,
            @Nullable Severity severity,
            @Nullable MistakeCategory category,
            @Nullable FailureKind kind,
            @Nullable LearningMode learningMode,
            @Nullable String affectedVersion,
            @Nullable String fingerprint,
            @Nullable Instant emergedAt,
            @Nullable String reference) {

        NewFailure wanted(UUID system, Instant emerged) {
            return new NewFailure(system, facts(), fingerprint, emerged, reference);
        }

        private FailureFacts facts() {
            return new FailureFacts(
                    title == null ? "" : title,
                    description == null ? "" : description,
                    severity == null ? Severity.MEDIUM : severity,
                    category == null ? MistakeCategory.OTHER : category,
                    kind == null ? FailureKind.INCIDENT : kind,
                    learningMode,
                    affectedVersion);
        }
    }

    /** What is said of a failure; a classification states all of it anew. */
    public record Facts(
            @Nullable String title,
            @Nullable String description,
            @Nullable Severity severity,
            @Nullable MistakeCategory category,
            @Nullable FailureKind kind,
            @Nullable LearningMode learningMode,
            @Nullable String affectedVersion,
            @Nullable String reason,
            @Nullable Long version) {

        /** What is left out stays as it is. */
        FailureFacts over(FailureFacts now) {
            return new FailureFacts(
                    title == null ? now.title() : title,
                    description == null ? now.description() : description,
                    severity == null ? now.severity() : severity,
                    category == null ? now.category() : category,
                    kind == null ? now.kind() : kind,
                    learningMode == null ? now.learningMode() : learningMode,
                    affectedVersion == null ? now.affectedVersion() : affectedVersion);
        }
    }

    /** One failure with its trail. */
    public record View(
            FailureJson failure,
            String description,
            @Nullable LearningMode learningMode,
            @Nullable String affectedVersion,
            List<String> contradictions,
            List<TransitionJson> transitions,
            List<LagJson> lags,
            List<ExposureJson> exposure,
            List<Stage> next) {}

    /** One lag of one cycle, in seconds; {@code outcome} says whether it is closed. */
    public record LagJson(int cycle, String pair, String outcome, long seconds, Instant start, Instant end) {}

    /** What fell inside a lag; {@code interactions} is null where nothing is known. */
    public record ExposureJson(
            String pair,
            Instant from,
            Instant to,
            long occurrences,
            @Nullable Long interactions,
            @Nullable Double knownShare) {}
}
