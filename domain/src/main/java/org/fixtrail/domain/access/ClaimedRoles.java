package org.fixtrail.domain.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says somebody is, read from full paths of groups: {@code /fixtrail/Acme Bank/AUDITOR} is an
 * auditor of the organisation Acme Bank. So one person may hold different roles in different organisations.
 *
 * <p>The text comes from outside. What is not understood gives no right, and is named, cut and without control
 * characters, so that a misspelt group can be found.
 *
 * @param byOrganisation roles by the organisation's name; never an empty set of them
 * @param ignored what gave no right and why, for people; at most {@value #MOST_NAMED}
 */
public record ClaimedRoles(Map<String, Set<Role>> byOrganisation, List<String> ignored) {
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_ORGANISATIONS = 100;
    private static final int LONGEST_ORGANISATION = 200;
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_NAMED = 120;

    public ClaimedRoles {
        Map<String, Set<Role>> roles = new TreeMap<>();
        byOrganisation.forEach(
                (organisation, held) -> roles.put(organisation, Collections.unmodifiableSet(EnumSet.copyOf(held))));
        byOrganisation = Collections.unmodifiableMap(roles);
        ignored = ignored.stream().limit(MOST_NAMED).map(ClaimedRoles::shown).toList();
    }

    /**
     * Reads a claim. Groups that are not below the root belong to other programs and are passed over in silence.
     *
     * @param root path of the group that holds the organisations, as {@code /fixtrail}
     * @param claim as a JSON parser gives it; anything but a list of texts, or null, gives no right
     */
    public static ClaimedRoles read(String root, @Nullable Object claim) {
        if (claim == null) {
            return new ClaimedRoles(Map.of(), List.of());
        }
        if (!(claim instanceof Collection<?> groups)) {
            return new ClaimedRoles(Map.of(), List.of("the claim of the groups is no list"));
        }
        Reading reading = new Reading(root + "/");
        groups.stream().limit(MOST_GROUPS).forEach(reading::group);
        if (groups.size() > MOST_GROUPS) {
            reading.ignored.add(0, "all groups after the first " + MOST_GROUPS);
        }
        return new ClaimedRoles(reading.roles, reading.ignored);
    }

    /** Without roles of machines, and without organisations where the roles exclude each other. */
    public ClaimedRoles ofPerson() {
        return only(Role::isForPeople, "belongs to machines");
    }

    /** Without roles of people. */
    public ClaimedRoles ofMachine() {
        return only(role -> !role.isForPeople(), "belongs to people");
    }

    public boolean isEmpty() {
        return byOrganisation.isEmpty();
    }

    private ClaimedRoles only(Predicate<Role> wanted, String otherwise) {
        Map<String, Set<Role>> kept = new TreeMap<>();
        List<String> left = new ArrayList<>(ignored);
        byOrganisation.forEach((organisation, roles) -> {
            Set<Role> rest = EnumSet.noneOf(Role.class);
            roles.stream().filter(wanted).forEach(rest::add);
            roles.stream()
                    .filter(wanted.negate())
                    .forEach(role -> left.add(organisation + "/" + role + ": " + otherwise));
            Optional<String> conflict = RoleConflicts.reason(rest);
            if (conflict.isPresent()) {
                left.add(organisation + ": " + conflict.get());
            } else if (!rest.isEmpty()) {
                kept.put(organisation, rest);
            }
        });
        return new ClaimedRoles(kept, left);
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST_NAMED ? plain.substring(0, LONGEST_NAMED) + "..." : plain;
    }

    private static final class Reading {
        private final Map<String, Set<Role>> roles = new TreeMap<>();
        private final List<String> ignored = new ArrayList<>();
        private final String below;

        private Reading(String below) {
            this.below = below;
        }

        private void group(@Nullable Object group) {
            if (!(group instanceof String path)) {
                ignored.add("a group that is no text");
                return;
            }
            if (!path.startsWith(below)) {
                return;
            }
            int slash = path.indexOf('/', below.length());
            if (slash < 0) {
                ignored.add(path + ": names no role");
                return;
            }
            String organisation = path.substring(below.length(), slash);
            String name = path.substring(slash + 1);
            Optional<Role> role = Arrays.stream(Role.values())
                    .filter(r -> r.name().equals(name))
                    .findFirst();
            if (role.isEmpty()) {
                ignored.add(path + ": there is no such role");
            } else if (organisation.isBlank() || organisation.length() > LONGEST_ORGANISATION) {
                ignored.add(path + ": names no organisation");
            } else if (roles.size() == MOST_ORGANISATIONS && !roles.containsKey(organisation)) {
                ignored.add(path + ": more than " + MOST_ORGANISATIONS + " organisations");
            } else {
                roles.computeIfAbsent(organisation, first -> EnumSet.noneOf(Role.class))
                        .add(role.get());
            }
        }
    }
}
