package org.fixtrail.services.access;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.access.ClaimedRoles;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.RoleConflicts;
import org.fixtrail.services.access.DirectoryRows.Known;

/**
 * Takes over from the identity provider who holds which role, without waiting for a sign-in: so the list of rights is
 * complete, and whoever lost a role there loses personal tokens here.
 */
@ApplicationScoped
public class TakeOverRoles {
    private final DirectoryRows rows;
    private final ExternalAccounts accounts;
    private final PeopleDirectory directory;

    @Inject
    TakeOverRoles(DirectoryRows rows, ExternalAccounts accounts, PeopleDirectory directory) {
        this.rows = rows;
        this.accounts = accounts;
        this.directory = directory;
    }

    @SuppressWarnings("NullAway")
    protected TakeOverRoles() {
        this(null, null, null);
    }

    /** Of the caller's organisation; answers how many people differed. Refused where the provider does not tell. */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<Integer> takeOver() {
        String issuer = directory.issuer().orElse(null);
        if (issuer == null) {
            return Outcome.done(0);
        }
        Outcome<List<DirectoryPerson>> asked = directory.people(rows.organisation());
        if (asked instanceof Outcome.Refused<List<DirectoryPerson>> refused) {
            return refused.as();
        }
        Map<String, DirectoryPerson> there = ((Outcome.Done<List<DirectoryPerson>>) asked)
                .value().stream().collect(toMap(DirectoryPerson::subject, identity()));
        Map<String, Known> here = rows.known().stream()
                .filter(known -> known.subject().startsWith(issuer + " "))
                .collect(toMap(known -> known.subject().substring(issuer.length() + 1), identity()));
        int changed = 0;
        for (DirectoryPerson person : there.values()) {
            Known known = here.get(person.subject());
            Set<Role> roles = rolesOf(person);
            if (known == null
                    ? !roles.isEmpty()
                    : known.settled() && !known.roles().equals(roles)) {
                ExternalIdentity found = found(issuer, person);
                accounts.mirror(accounts.account(found), found, roles);
                changed++;
            }
        }
        for (Map.Entry<String, Known> each : here.entrySet()) {
            Known known = each.getValue();
            if (!there.containsKey(each.getKey())
                    && known.settled()
                    && !known.roles().isEmpty()) {
                accounts.takeAway(known.accountId());
                changed++;
            }
        }
        return Outcome.done(changed);
    }

    /** Roles that exclude each other give no right, as in a token. */
    private static Set<Role> rolesOf(DirectoryPerson person) {
        return RoleConflicts.reason(person.roles()).isPresent() ? Set.of() : person.roles();
    }

    private static ExternalIdentity found(String issuer, DirectoryPerson person) {
        return new ExternalIdentity(
                issuer,
                person.subject(),
                person.verifiedEmail(),
                person.displayName(),
                new ClaimedRoles(Map.of(), List.of()),
                null,
                Instant.MIN);
    }
}
