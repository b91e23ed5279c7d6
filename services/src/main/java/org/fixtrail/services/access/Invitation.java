package org.fixtrail.services.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who was added at the identity provider.
 *
 * @param oneTimePassword told this once; null if the provider sent a mail instead, or the person was known there before
 */
public record Invitation(DirectoryPerson person, @Nullable String oneTimePassword) {
    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "Invitation[" + person.subject() + "]";
    }
}
