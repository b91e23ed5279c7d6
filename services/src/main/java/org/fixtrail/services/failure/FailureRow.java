package org.fixtrail.services.failure;

import java.time.Instant;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.jspecify.annotations.Nullable;

/** A failure as lists show it. */
public record FailureRow(Failure failure, String system) {
    public FailureId id() {
        return new FailureId(failure.id());
    }

    /** When it was detected, or null. */
    public @Nullable Instant detectedAt() {
        return failure.detectedAt();
    }
}
