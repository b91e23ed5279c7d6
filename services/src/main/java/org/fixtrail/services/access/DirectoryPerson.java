package org.fixtrail.services.access;

import java.util.Set;
import org.fixtrail.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person as the identity provider keeps them.
 *
 * @param subject the provider's own name for the person, as in {@link ExternalIdentity}
 * @param verifiedEmail null if the provider knows none, or has not made sure that it belongs to the person
 * @param roles in the one organisation that was asked about; none where the account is disabled
 */
public record DirectoryPerson(String subject, @Nullable String verifiedEmail, String displayName, Set<Role> roles) {
    public DirectoryPerson {
        roles = Set.copyOf(roles);
    }
}
