package org.fixtrail.domain.access;

import static org.fixtrail.domain.access.Permission.CHECK_LEDGER;
import static org.fixtrail.domain.access.Permission.CHOOSE_OWN_MAILS;
import static org.fixtrail.domain.access.Permission.CONFIRM_RIGHTS;
import static org.fixtrail.domain.access.Permission.MANAGE_KEYS;
import static org.fixtrail.domain.access.Permission.MANAGE_OWN_TOKENS;
import static org.fixtrail.domain.access.Permission.MANAGE_PEOPLE;
import static org.fixtrail.domain.access.Permission.MANAGE_WEBHOOKS;
import static org.fixtrail.domain.access.Permission.NAME_SUBSTITUTE;
import static org.fixtrail.domain.access.Permission.READ_PACK;
import static org.fixtrail.domain.access.Permission.VIEW_ACCESS;
import static org.fixtrail.domain.access.Permission.VIEW_RECORD;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which roles one person may not hold together: who gives rights touches no evidence, and who audits changes nothing. What
 * counts as touching or changing follows from the rights, so that a new role falls under the rule by itself.
 */
public final class RoleConflicts {
    private static final Set<Permission> READING = EnumSet.of(
            VIEW_RECORD, READ_PACK, CHECK_LEDGER, VIEW_ACCESS, NAME_SUBSTITUTE, MANAGE_OWN_TOKENS, CHOOSE_OWN_MAILS);
    private static final Set<Permission> GIVING_RIGHTS =
            EnumSet.of(MANAGE_PEOPLE, CONFIRM_RIGHTS, MANAGE_KEYS, MANAGE_WEBHOOKS);

    private RoleConflicts() {}

    /** Why the roles may not be held together, in words for the one who gives them; empty when they may. */
    public static Optional<String> reason(Collection<Role> roles) {
        if (roles.contains(Role.ADMINISTRATOR) && roles.stream().anyMatch(RoleConflicts::touchesEvidence)) {
            return Optional.of("An administrator gives rights and so may not touch evidence: take away \""
                    + Role.ADMINISTRATOR.label() + "\" or " + labels(roles, Role.ADMINISTRATOR) + ".");
        }
        if (roles.contains(Role.AUDITOR) && roles.stream().anyMatch(RoleConflicts::changes)) {
            return Optional.of("An auditor checks what others do and so may change nothing: take away \""
                    + Role.AUDITOR.label() + "\" or " + labels(roles, Role.AUDITOR) + ".");
        }
        return Optional.empty();
    }

    private static boolean touchesEvidence(Role role) {
        return role.permissions().stream()
                .anyMatch(right -> !READING.contains(right) && !GIVING_RIGHTS.contains(right));
    }

    private static boolean changes(Role role) {
        return !beyondReading(role).isEmpty();
    }

    /** What a role may do beside reading and minding one's own affairs. */
    public static Set<Permission> beyondReading(Role role) {
        Set<Permission> rest = EnumSet.copyOf(role.permissions());
        rest.removeAll(READING);
        return rest;
    }

    private static String labels(Collection<Role> roles, Role but) {
        return roles.stream()
                .filter(role -> role != but)
                .sorted()
                .map(role -> "\"" + role.label() + "\"")
                .collect(Collectors.joining(" and "));
    }
}
