package org.fixtrail.services.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.access.ClaimedRoles;
import org.jspecify.annotations.Nullable;

/**
 * A person for whom the identity provider vouches, by a token that was checked.
 *
 * @param issuer of the token; with the subject it names the person for ever
 * @param subject the provider's own name for the person, which outlives changes of address and name
 * @param email the provider says that it belongs to the person; null if it knows none or has not made sure
 * @param displayName how pages show the person
 * @param roles of people alone, without those that exclude each other
 * @param providerSession the person's session at the provider, by which it may be ended; null if it does not tell
 * @param validUntil from then on nobody vouches any more, and the provider must be asked again
 */
public record ExternalIdentity(
        String issuer,
        String subject,
        @Nullable String email,
        String displayName,
        ClaimedRoles roles,
        @Nullable String providerSession,
        Instant validUntil) {
    /** Somebody whom the provider has told of without a sign-in: neither a session nor any role comes of it. */
    static ExternalIdentity found(String issuer, String subject, @Nullable String verifiedEmail, String displayName) {
        return new ExternalIdentity(
                issuer, subject, verifiedEmail, displayName, new ClaimedRoles(Map.of(), List.of()), null, Instant.MIN);
    }
}
