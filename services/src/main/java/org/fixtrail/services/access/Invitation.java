package org.fixtrail.services.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who was added at the identity provider.
 *
 * @param verifiedEmail the address, if the provider has made sure that it belongs to the person; otherwise null
 * @param known whether the person had an account there before
 * @param oneTimePassword told this once; null if the provider sent a mail instead, or the person was known there before
 */
public record Invitation(
        String subject,
        @Nullable String verifiedEmail,
        boolean known,
        @Nullable String oneTimePassword) {
    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "Invitation[" + subject + "]";
    }
}
