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
 * @param left whether the person who answers for it has no access any more
 * @param replaces the key in whose place it was issued; null for the first one
 * @param replacesIssuedAt when the key was issued that it replaces
 * @param replacedBy the key that was issued in its place, at replacedAt; null for the last one
 * @param expiresSoon whether it works, has no successor, and ends within two weeks
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
        State state,
        boolean left,
        @Nullable UUID replaces,
        @Nullable Instant replacesIssuedAt,
        @Nullable UUID replacedBy,
        @Nullable Instant replacedAt,
        boolean expiresSoon) {

    /** Whether it works. */
    public enum State {
        WORKS,
        EXPIRED,
        REVOKED
    }
}
