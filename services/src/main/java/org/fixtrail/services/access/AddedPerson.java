package org.fixtrail.services.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who was added.
 *
 * @param password told this once; null if an invitation is mailed, or if the account existed already and keeps its password
 */
public record AddedPerson(
        UUID personId,
        UUID accountId,
        String email,
        @Nullable String password) {
    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "AddedPerson[" + personId + "]";
    }
}
