package org.fixtrail.services.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One line of the failure register with its trail, in the state as of and as known at the pack's moment. Times and lags
 * are those of the current cycle; null = not reached.
 *
 * @param system name of the AI system
 * @param version the version that showed the failure; null = not known
 * @param severity null = not set yet
 * @param status where the failure stands, as people read it: open, verified, dismissed, ...
 * @param cycle 1, and one more for each recurrence
 * @param adaptationLag detected to deployed
 * @param detectionLag emerged to detected
 * @param trail every transition ever recorded, superseded and retracted ones too, by ledger leaf
 */
public record PackFailure(
        String id,
        String title,
        String system,
        @Nullable String version,
        @Nullable Severity severity,
        @Nullable MistakeCategory category,
        @Nullable FailureKind kind,
        Stage stage,
        int cycle,
        String status,
        Set<PackMark> marks,
        @Nullable Instant emergedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant deployedAt,
        @Nullable Instant verifiedAt,
        @Nullable Duration adaptationLag,
        @Nullable Duration detectionLag,
        Exposure exposure,
        List<PackTransition> trail) {

    public PackFailure {
        marks = PackMark.inOrder(marks);
        trail = List.copyOf(trail);
    }

    /**
     * How often the failure was met between emergence and deployment.
     *
     * @param interactions uses of the AI system in that time; null = not reported
     */
    public record Exposure(long occurrences, @Nullable Long interactions) {}
}
