package org.fixtrail.services.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person as administrators see them.
 *
 * @param joined whether the invitation was taken up
 * @param invitedAt when the last invitation went out, or null
 * @param invitationProblem why the last invitation did not go out, or null
 * @param directoryProblem null if the identity provider has taken over what was decided here, or nothing had to be; otherwise
 *     what keeps it, empty as long as it was not tried
 * @param lastSignIn to this organisation, or null
 */
public record PersonRow(
        UUID id,
        String email,
        String displayName,
        Set<Role> roles,
        boolean disabled,
        boolean joined,
        @Nullable Instant invitedAt,
        @Nullable String invitationProblem,
        @Nullable String directoryProblem,
        @Nullable Instant lastSignIn) {
    static PersonRow of(Person person) {
        return new PersonRow(
                person.id(),
                person.email(),
                person.displayName(),
                person.roleSet(),
                person.disabled(),
                person.joinedAt() != null,
                person.invitedAt(),
                person.invitationProblem(),
                person.directoryWaits() ? Objects.requireNonNullElse(person.directoryProblem(), "") : null,
                person.lastSignIn());
    }
}
