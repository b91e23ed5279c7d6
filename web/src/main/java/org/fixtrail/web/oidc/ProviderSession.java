package org.fixtrail.web.oidc;

import org.fixtrail.services.access.ExternalIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's session keeps of the sign-in at the provider. In memory only: it is not serializable, so that no token is
 * ever written to a disk.
 *
 * @param idToken shown to the provider at sign-out, which then asks no question
 * @param refreshToken null if the provider gives none: the person is then asked to sign in again when the token expires
 */
record ProviderSession(
        ExternalIdentity identity, String idToken, @Nullable String refreshToken) {
    /** Without the tokens, so that none reaches a log. */
    @Override
    public String toString() {
        return "ProviderSession[" + identity.subject() + "]";
    }
}
