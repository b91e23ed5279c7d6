package org.fixtrail.services.access;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        String organisation = rows.organisation();
        // before the provider is asked: whom somebody changes here meanwhile is passed over this time
        Map<String, Known> here = rows.known().stream()
                .filter(known -> known.subject().startsWith(issuer + " "))
                .collect(toMap(known -> known.subject().substring(issuer.length() + 1), identity()));
        Outcome<List<DirectoryPerson>> asked = directory.people(organisation);
        if (asked instanceof Outcome.Refused<List<DirectoryPerson>> refused) {
            return refused.as();
        }
        List<DirectoryPerson> people = ((Outcome.Done<List<DirectoryPerson>>) asked).value();
        if (people.stream().noneMatch(person -> rolesOf(person).contains(Role.ADMINISTRATOR))) {
            // a group that was renamed, or a right to see people that was lost, must not lock everybody out
            return Outcome.refused(
                    "no-administrator",
                    "It names no administrator of " + organisation + ", which cannot be meant: nothing is taken over.");
        }
        Map<String, DirectoryPerson> there = people.stream().collect(toMap(DirectoryPerson::subject, identity()));
        List<DirectoryPerson> strangers = people.stream()
                .filter(person ->
                        !here.containsKey(person.subject()) && !rolesOf(person).isEmpty())
                .toList();
        for (DirectoryPerson person : strangers) {
            ExternalIdentity found =
                    ExternalIdentity.found(issuer, person.subject(), person.verifiedEmail(), person.displayName());
            accounts.mirror(accounts.account(found), found, rolesOf(person));
        }
        int changed = strangers.size();
        for (Map.Entry<String, Known> each : here.entrySet()) {
            DirectoryPerson person = there.get(each.getKey());
            Known known = each.getValue();
            Set<Role> roles = person == null ? Set.of() : rolesOf(person);
            if (known.settled() && !known.roles().equals(roles)) {
                accounts.follow(known.personId(), known.version(), roles);
                changed++;
            }
        }
        return Outcome.done(changed);
    }

    /** Roles that exclude each other give no right, as in a token. */
    private static Set<Role> rolesOf(DirectoryPerson person) {
        return RoleConflicts.reason(person.roles()).isPresent() ? Set.of() : person.roles();
    }
}
