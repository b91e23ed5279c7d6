package org.fixtrail.services.failure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A caller's wish to record a stage of a failure.
 *
 * @param occurredAt when it really happened, or null for now
 * @param details what is recorded with the stage, see {@link org.fixtrail.domain.failure.StageFields}
 * @param seenVersion the version of the failure that the caller looked at, or null not to care
 */
public record Move(
        UUID failureId,
        Stage stage,
        @Nullable Instant occurredAt,
        Map<String, ? extends @Nullable Object> details,
        @Nullable String lateReason,
        @Nullable UUID confirms,
        @Nullable UUID supersedes,
        @Nullable Long seenVersion) {

    /** A plain step now. */
    public static Move to(Stage stage, UUID failureId, Map<String, ? extends @Nullable Object> details) {
        return new Move(failureId, stage, null, details, null, null, null, null);
    }
}
