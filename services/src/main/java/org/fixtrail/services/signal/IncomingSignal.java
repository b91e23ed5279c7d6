package org.fixtrail.services.signal;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One signal as it came in, typed and bounded.
 *
 * @param source who reports, 1 to 500 characters; with {@code eventId} it names the signal for ever
 * @param failure the failure that it is an occurrence of, or null
 * @param fingerprint the sender's name for the wrong behaviour, or null; the same in one AI system is the same failure
 * @param title what a failure that it opens is called, or null for the fingerprint
 * @param data what else the sender said, as JSON text
 */
public record IncomingSignal(
        String source,
        String eventId,
        String type,
        Instant occurredAt,
        @Nullable UUID failure,
        @Nullable String fingerprint,
        @Nullable String version,
        @Nullable String title,
        @Nullable Severity severity,
        String data) {}
