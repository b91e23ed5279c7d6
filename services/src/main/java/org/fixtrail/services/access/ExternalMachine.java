package org.fixtrail.services.access;

import java.time.Instant;
import org.fixtrail.domain.access.Role;

/**
 * A machine or build pipeline for which the identity provider vouches, by an access token that was checked.
 *
 * @param issuer of the token; with the subject it names the machine for ever
 * @param subject the service account's name at the provider
 * @param clientId how the provider's administrators know it
 * @param organisation the name of the one organisation that it works for
 * @param role {@link Role#MACHINE} or {@link Role#PIPELINE}
 * @param system name or id of the AI system to which it is bound
 */
public record ExternalMachine(
        String issuer,
        String subject,
        String clientId,
        String organisation,
        Role role,
        String system,
        Instant validUntil) {}
