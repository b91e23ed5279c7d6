package org.fixtrail.services.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a periodic task fares on this node.
 *
 * @param lastRun when it last began, or null if it never did
 * @param lastMillis how long the last finished run took
 * @param lastError what the last run that failed said, or null if none did
 */
public record TaskReport(
        String name,
        long runs,
        long errors,
        @Nullable Instant lastRun,
        long lastMillis,
        @Nullable Instant lastErrorAt,
        @Nullable String lastError) {}
