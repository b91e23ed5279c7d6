package org.fixtrail.services.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who was added.
 *
 * @param password told this once; null if the account existed already and keeps its password
 * @param passwordVersion of the account, for opening a session or asking for its caller
 */
public record AddedPerson(
        UUID personId,
        UUID accountId,
        String email,
        @Nullable String password,
        int passwordVersion) {
    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "AddedPerson[" + personId + "]";
    }
}
