package org.fixtrail.services.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, within which organisation, with which rights.
 *
 * @param organisationId the one organisation that the call may see; comes from the signed-in caller and from nothing else
 * @param name how pages show the caller
 * @param person the person behind the caller: the caller, or who answers for the key; null for the server
 * @param systemId the AI system to which a machine's or pipeline's key is bound, or null
 */
public record Caller(
        UUID organisationId,
        Actor actor,
        String name,
        @Nullable UUID person,
        Set<Permission> permissions,
        @Nullable UUID systemId) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The server acting on its own inside one organisation. */
    public static Caller server(UUID organisationId) {
        return new Caller(organisationId, Actor.SERVER, "Fixtrail", null, EnumSet.allOf(Permission.class), null);
    }

    /** The operator of the installation, before anybody can sign in. */
    public static Caller operator(UUID organisationId) {
        return new Caller(
                organisationId,
                new Actor(Actor.Kind.OPERATOR, new UUID(0, 0)),
                "Operator",
                null,
                EnumSet.of(Permission.OPERATE),
                null);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The same caller with no more than the given rights. */
    public Caller narrowedTo(Collection<Permission> allowed) {
        Set<Permission> rest = EnumSet.noneOf(Permission.class);
        rest.addAll(permissions);
        rest.retainAll(allowed);
        return new Caller(organisationId, actor, name, person, rest, systemId);
    }
}
