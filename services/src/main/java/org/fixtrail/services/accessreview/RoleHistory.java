package org.fixtrail.services.accessreview;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.access.Role;

/** For each role that a person holds now, the change that last gave it. */
final class RoleHistory {
    private RoleHistory() {}

    /** @param changes of one person, in the order of the ledger */
    static Map<Role, PersonChange> givenBy(Collection<PersonChange> changes) {
        Map<Role, PersonChange> given = new EnumMap<>(Role.class);
        for (PersonChange change : changes) {
            given.keySet().retainAll(Person.roles(change.roles()));
            Person.roles(change.roles()).forEach(role -> given.putIfAbsent(role, change));
        }
        return given;
    }
}
