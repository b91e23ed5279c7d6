package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.RoleConflicts;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Adds people to the organisation, proposes roles and takes them away, ends and renews access. Nobody does so to themselves.
 * Roles hold only when a second person confirms them ({@link DecideGrants}), so that an administrator alone can make up
 * nobody; what is taken away is gone at once.
 */
@ApplicationScoped
@Transactional
public class ManagePeople {
    private static final int LONGEST_REASON = 1_000;

    private final People people;
    private final NewPeople newPeople;
    private final Accounts accounts;
    private final AccountMailer mailer;
    private final Grants grants;
    private final Sessions sessions;
    private final Ledger ledger;
    private final PeopleDirectory directory;

    @Inject
    ManagePeople(
            People people,
            NewPeople newPeople,
            Accounts accounts,
            AccountMailer mailer,
            Grants grants,
            Sessions sessions,
            Ledger ledger,
            PeopleDirectory directory) {
        this.people = people;
        this.newPeople = newPeople;
        this.accounts = accounts;
        this.mailer = mailer;
        this.grants = grants;
        this.sessions = sessions;
        this.ledger = ledger;
        this.directory = directory;
    }

    @SuppressWarnings("NullAway")
    protected ManagePeople() {
        this(null, null, null, null, null, null, null, null);
    }

    /**
     * Where people are kept here. Answers a one-time password, told this once, where the installation cannot mail an
     * invitation; otherwise {@link InvitePeople} must follow.
     *
     * @param reason why the roles are given; needed where they conflict
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<AddedPerson> add(NewPerson wanted, String reason) {
        if (directory.issuer().isPresent()) {
            return Outcome.refused("kept-elsewhere", "People are kept by the identity provider, which was not asked.");
        }
        Optional<Outcome.Refused<AddedPerson>> wrong = wrong(wanted, reason);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!mailer.isConfigured()
                && accounts.byEmail(EmailAddress.normal(wanted.email())).isPresent()) {
            return Outcome.invalid(
                    "email",
                    "belongs to an account of another organisation, so that its owner must"
                            + " agree: ask the operator to set a mail server, and invite again");
        }
        return proposed(
                mailer.isConfigured() ? newPeople.addInvited(wanted) : newPeople.addWithPassword(wanted),
                wanted,
                reason);
    }

    /** Why the person cannot be added; empty if nothing speaks against it. */
    @Requires(Permission.MANAGE_PEOPLE)
    Optional<Outcome.Refused<AddedPerson>> wrong(NewPerson wanted, String reason) {
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        problems.addAll(reasonProblems(RoleConflicts.reason(wanted.roles()), reason));
        if (people.holds(EmailAddress.normal(wanted.email()))) {
            problems.add(new FieldProblem("email", "is the address of somebody who is here already"));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(Outcome.invalid(problems));
    }

    /** With an account that the identity provider keeps. */
    @Requires(Permission.MANAGE_PEOPLE)
    Outcome<AddedPerson> addKnown(UUID accountId, NewPerson wanted, String reason) {
        return people.holds(accountId)
                ? Outcome.invalid("email", "belongs to somebody who is here already, under another address")
                : proposed(newPeople.addKnown(accountId, wanted), wanted, reason);
    }

    private Outcome<AddedPerson> proposed(AddedPerson added, NewPerson wanted, String reason) {
        propose(added.personId(), wanted.roles(), RoleConflicts.reason(wanted.roles()), reason);
        return Outcome.done(added);
    }

    /**
     * Takes away what is not among the roles, and proposes what is new.
     *
     * @param reason why; needed where the roles conflict
     */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<RolesChange> setRoles(UUID personId, Set<Role> roles, String reason) {
        Outcome<RolesChange> refused = refusal(personId, "roles");
        if (refused != null) {
            return refused;
        }
        Person person = people.lock(personId);
        Set<Role> held = person.roleSet();
        Optional<String> conflict = conflictOf(held, roles);
        List<FieldProblem> problems = new ArrayList<>(NewPerson.roleProblems(roles));
        problems.addAll(reasonProblems(conflict, reason));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Set<Role> added = without(roles, held);
        if (!added.isEmpty() && !grants.openOf(personId).isEmpty()) {
            return Outcome.refused(
                    "roles-wait",
                    "Roles of this person wait for confirmation already: have them decided or take them back.");
        }
        Set<Role> taken = without(held, roles);
        if (!taken.isEmpty()) {
            people.change(person, without(held, taken), null);
            people.passOn(person);
        }
        if (!added.isEmpty()) {
            propose(personId, added, conflict, reason);
        }
        return Outcome.done(new RolesChange(taken, added));
    }

    /** Ends or renews the access; it works, or stops to work, from the next request on. */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<UUID> allow(UUID personId, boolean access) {
        Outcome<UUID> refused = refusal(personId, "access");
        if (refused != null) {
            return refused;
        }
        Person person = people.lock(personId);
        if (person.disabled() == access) {
            person.allow(access);
            if (!access) {
                sessions.endHere(person.accountId());
            }
            people.passOn(person);
            people.renewSubstitutesOf(personId);
            ledger.append(new PersonChange(UUID.randomUUID(), person, ActType.PERSON_CHANGED, null));
        }
        return Outcome.done(personId);
    }

    /** Ends all sessions in this organisation; the person may sign in again. */
    @Requires(Permission.MANAGE_PEOPLE)
    public void signOut(UUID personId) {
        sessions.endHere(people.get(personId).accountId());
    }

    /** @param search part of a name or an address; blank for all */
    @Requires(Permission.MANAGE_PEOPLE)
    public Page<PersonRow> people(PageRequest wanted, String search) {
        return people.page(wanted, search).map(PersonRow::of);
    }

    private void propose(UUID personId, Set<Role> roles, Optional<String> conflict, String reason) {
        ledger.append(GrantProposal.ofRoles(UUID.randomUUID(), personId, roles, conflict.orElse(null), reason.strip()));
    }

    /** A conflict that was allowed before needs no new reason as long as nothing is added to it. */
    private static Optional<String> conflictOf(Set<Role> held, Set<Role> roles) {
        return held.containsAll(roles) ? Optional.empty() : RoleConflicts.reason(roles);
    }

    private List<FieldProblem> reasonProblems(Optional<String> conflict, String reason) {
        if (conflict.isPresent() && directory.issuer().isPresent()) {
            // what a token claims is never taken for a conflict that was allowed
            return List.of(new FieldProblem("roles", conflict.get()));
        }
        if (reason.length() > LONGEST_REASON) {
            return List.of(new FieldProblem("reason", "must have at most " + LONGEST_REASON + " characters"));
        }
        return conflict.isPresent() && reason.isBlank()
                ? List.of(new FieldProblem(
                        "roles",
                        conflict.get()
                                + " To hold them together all the same, give a reason: it goes on record, and a second person"
                                + " must agree."))
                : List.of();
    }

    private static Set<Role> without(Set<Role> all, Set<Role> some) {
        Set<Role> rest = EnumSet.noneOf(Role.class);
        rest.addAll(all);
        rest.removeAll(some);
        return rest;
    }

    /**
     * Two administrators who end each other's rights at the same moment would leave none: so who acts must still be one
     * after the others' changes are in.
     */
    private <T> @Nullable Outcome<T> refusal(UUID personId, String what) {
        UUID self = CallerContext.get().person();
        if (personId.equals(self)) {
            return Outcome.refused("own-" + what, "Nobody changes their own " + what + "; ask another administrator.");
        }
        if (people.lockAdministrators().stream().noneMatch(person -> person.id().equals(self))) {
            return Outcome.refused("not-administrator", "You are no administrator any more.");
        }
        return null;
    }
}
