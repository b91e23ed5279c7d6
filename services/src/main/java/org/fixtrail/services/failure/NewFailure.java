package org.fixtrail.services.failure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A failure that somebody or something reports for the first time. */
public record NewFailure(
        UUID systemId,
        FailureFacts facts,
        @Nullable String fingerprint,
        Instant emergedAt,
        @Nullable String reference) {}
