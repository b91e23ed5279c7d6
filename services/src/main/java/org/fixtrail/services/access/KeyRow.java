package org.fixtrail.services.access;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner or an administrator sees it.
 *
 * @param personName who answers for it
 * @param systemName the AI system to which it is bound; null for a person's own
 * @param lastUsedAt to the minute; null if never
 */
public record KeyRow(
        UUID id,
        KeyKind kind,
        String label,
        String personName,
        @Nullable String systemName,
        Scopes scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        State state) {

    /** Whether it works. */
    public enum State {
        WORKS,
        EXPIRED,
        REVOKED
    }
}
