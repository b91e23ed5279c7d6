package org.fixtrail.web.oidc;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.access.ClaimedRoles;
import org.fixtrail.domain.access.Role;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The groups of Keycloak that stand for roles, as {@link ClaimedRoles} reads them from tokens. */
final class KeycloakGroups {
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_AT_ONCE = 500;

    private final RealmResource realm;
    private final String root;

    /** @param root path of the group that holds the organisations */
    KeycloakGroups(RealmResource realm, String root) {
        this.realm = realm;
        this.root = root;
    }

    /** The person's roles in one organisation. */
    Set<Role> roles(UserResource person, String organisation) {
        return claimed(person).byOrganisation().getOrDefault(organisation, Set.of());
    }

    /** Joins and leaves groups of one organisation until exactly these are held; those that are missing are made. */
    void become(UserResource person, String organisation, Set<Role> wanted) {
        Set<Role> held = roles(person, organisation);
        for (Role role : EnumSet.allOf(Role.class)) {
            if (wanted.contains(role) && !held.contains(role)) {
                person.joinGroup(ensure(organisation, role));
            } else if (held.contains(role) && !wanted.contains(role)) {
                find(organisation, role).ifPresent(person::leaveGroup);
            }
        }
    }

    /** Those who hold a role. */
    List<UserRepresentation> members(String organisation, Role role) {
        Optional<String> id = find(organisation, role);
        List<UserRepresentation> members = new ArrayList<>();
        if (id.isPresent()) {
            List<UserRepresentation> some;
            do {
                some = realm.groups().group(id.get()).members(members.size(), MOST_AT_ONCE, false);
                members.addAll(some);
            } while (some.size() == MOST_AT_ONCE);
        }
        return members;
    }

    /** The id of the group of a role, if it is there. */
    private Optional<String> find(String organisation, Role role) {
        Optional<String> id = Optional.of("");
        for (String name : path(organisation, role)) {
            id = id.flatMap(parent -> child(parent, name));
        }
        return id;
    }

    private String ensure(String organisation, Role role) {
        String id = "";
        for (String name : path(organisation, role)) {
            String parent = id;
            id = child(parent, name).orElseGet(() -> make(parent, name));
        }
        return id;
    }

    private List<String> path(String organisation, Role role) {
        List<String> names = new ArrayList<>(Arrays.asList(root.substring(1).split("/", -1)));
        names.add(organisation);
        names.add(role.name());
        return names;
    }

    /** @param parent its id, empty for the top */
    private Optional<String> child(String parent, String name) {
        List<GroupRepresentation> found = parent.isEmpty()
                ? realm.groups().groups(name, true, 0, MOST_GROUPS, true)
                : realm.groups().group(parent).getSubGroups(name, true, 0, MOST_GROUPS, true);
        // a search at the top answers with parents of what was found, too
        return found.stream()
                .filter(group -> name.equals(group.getName()))
                .map(GroupRepresentation::getId)
                .findFirst();
    }

    private String make(String parent, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        try (Response made = parent.isEmpty()
                ? realm.groups().add(group)
                : realm.groups().group(parent).subGroup(group)) {
            return CreatedResponseUtil.getCreatedId(made);
        }
    }

    private ClaimedRoles claimed(UserResource person) {
        List<String> paths = person.groups(0, MOST_GROUPS).stream()
                .map(GroupRepresentation::getPath)
                .toList();
        return ClaimedRoles.read(root, paths);
    }
}
