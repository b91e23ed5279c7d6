package org.fixtrail.domain.access;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far a key reaches: all rights of whoever it acts for, or only those named. Rights that a person gets later are part of
 * {@link #ALL} and not of a list; rights that a person loses are lost to the key in either case.
 *
 * @param all whether nothing is left out
 * @param named the rights, empty if {@code all}
 */
public record Scopes(boolean all, Set<Permission> named) {
    public static final Scopes ALL = new Scopes(true, Set.of());

    /**
     * Rights that no token carries: giving rights, and signing off who holds them, takes somebody who signed in, and
     * so do where news go and one's own mails. A stolen token could else outlive its own end, make friends, or keep listening.
     */
    private static final Set<Permission> IN_PERSON = EnumSet.of(
            Permission.MANAGE_OWN_TOKENS,
            Permission.CHOOSE_OWN_MAILS,
            Permission.MANAGE_WEBHOOKS,
            Permission.NAME_SUBSTITUTE,
            Permission.MANAGE_PEOPLE,
            Permission.CONFIRM_RIGHTS,
            Permission.REVIEW_ACCESS);

    public Scopes {
        named = Set.copyOf(named);
        if (all != named.isEmpty()) {
            throw new IllegalArgumentException("scopes are all rights, or at least one that is named");
        }
    }

    public static Scopes of(Collection<Permission> named) {
        return new Scopes(false, Set.copyOf(named));
    }

    /** Reads {@link #toString}. */
    public static Scopes parse(String text) {
        return text.equals("ALL")
                ? ALL
                : of(Arrays.stream(text.split(",")).map(Permission::valueOf).toList());
    }

    /** The rights that remain of those held now; never one of {@link #IN_PERSON}. */
    public Set<Permission> narrow(Collection<Permission> held) {
        return held.stream()
                .filter(right -> all || named.contains(right))
                .filter(right -> !IN_PERSON.contains(right))
                .collect(toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** {@code ALL}, or the names in the order of the enum with commas between them. */
    @Override
    public String toString() {
        return all ? "ALL" : named.stream().sorted().map(Permission::name).collect(joining(","));
    }
}
