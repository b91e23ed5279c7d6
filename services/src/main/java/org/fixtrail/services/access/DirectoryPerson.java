package org.fixtrail.services.access;

import java.util.Set;
import org.fixtrail.domain.access.Role;

/**
 * A person as the identity provider keeps them.
 *
 * @param subject the provider's own name for the person, as in {@link ExternalIdentity}
 * @param email empty if the provider knows none
 * @param roles in the one organisation that was asked about
 * @param enabled whether the person can sign in anywhere at all
 */
public record DirectoryPerson(String subject, String email, String displayName, Set<Role> roles, boolean enabled) {
    public DirectoryPerson {
        roles = Set.copyOf(roles);
    }
}
