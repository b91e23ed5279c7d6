package org.fixtrail.services.access;

import java.time.Instant;
import java.util.UUID;

/** A key that was issued; the secret is told this once and kept nowhere. */
public record IssuedKey(UUID id, String secret, Instant expiresAt) {
    /** Without the secret, so that none reaches a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + id + "]";
    }
}
