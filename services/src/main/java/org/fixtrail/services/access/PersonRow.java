package org.fixtrail.services.access;

import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;

/** A person as administrators see them. */
public record PersonRow(UUID id, String email, String displayName, Set<Role> roles, boolean disabled) {
    static PersonRow of(Person person) {
        return new PersonRow(person.id(), person.email(), person.displayName(), person.roleSet(), person.disabled());
    }
}
