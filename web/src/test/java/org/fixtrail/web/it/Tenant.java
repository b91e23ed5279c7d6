package org.fixtrail.web.it;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.Caller;

/**
 * An organisation of a test.
 *
 * @param people its people in the order in which they were asked for
 */
record Tenant(UUID id, List<Caller> people) {

    Caller person(int index) {
        return people.get(index);
    }

    /** Somebody who holds roles, without a row of their own; the same roles give another person each time. */
    Caller somebody(Role... roles) {
        Set<Permission> rights = EnumSet.noneOf(Permission.class);
        for (Role role : roles) {
            rights.addAll(role.permissions());
        }
        UUID person = UUID.randomUUID();
        return new Caller(id, new Actor(Actor.Kind.PERSON, person), "Somebody", person, rights, null);
    }

    /** The key of a machine that is bound to an AI system. */
    Caller machine(UUID systemId) {
        Actor key = new Actor(Actor.Kind.KEY, UUID.randomUUID());
        return new Caller(id, key, "Machine", null, Role.MACHINE.permissions(), systemId);
    }

    Caller server() {
        return Caller.server(id);
    }
}
