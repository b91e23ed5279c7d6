package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Adds people to the organisation, sets their roles, ends and renews their access. Nobody does so to themselves. */
@ApplicationScoped
@Transactional
public class ManagePeople {
    private final People people;
    private final NewPeople newPeople;
    private final Ledger ledger;

    @Inject
    public ManagePeople(People people, NewPeople newPeople, Ledger ledger) {
        this.people = people;
        this.newPeople = newPeople;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected ManagePeople() {
        this(null, null, null);
    }

    /** Answers a one-time password, told this once, unless the account existed already. */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<AddedPerson> add(NewPerson wanted) {
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (people.holds(EmailAddress.normal(wanted.email()))) {
            problems.add(new FieldProblem("email", "is the address of somebody who is here already"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        return Outcome.done(newPeople.add(wanted, NewPeople.PasswordUse.ONE_TIME));
    }

    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<UUID> setRoles(UUID personId, Set<Role> roles) {
        List<FieldProblem> problems = NewPerson.roleProblems(roles);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Outcome<UUID> refused = refusal(personId, "roles");
        if (refused != null) {
            return refused;
        }
        Person person = people.get(personId);
        if (!person.roleSet().equals(roles)) {
            person.become(roles);
            ledger.append(NewPeople.change(person, ActType.ROLES_SET));
        }
        return Outcome.done(personId);
    }

    /** Ends or renews the access; it works, or stops to work, from the next request on. */
    @Requires(Permission.MANAGE_PEOPLE)
    public Outcome<UUID> allow(UUID personId, boolean access) {
        Outcome<UUID> refused = refusal(personId, "access");
        if (refused != null) {
            return refused;
        }
        Person person = people.get(personId);
        if (person.disabled() == access) {
            person.allow(access);
            ledger.append(NewPeople.change(person, ActType.PERSON_CHANGED));
        }
        return Outcome.done(personId);
    }

    /** @param search part of a name or an address; blank for all */
    @Requires(Permission.MANAGE_PEOPLE)
    public Page<PersonRow> people(PageRequest wanted, String search) {
        return people.page(wanted, search).map(PersonRow::of);
    }

    /**
     * Two administrators who end each other's rights at the same moment would leave none: so who acts must still be one
     * after the others' changes are in.
     */
    private @Nullable Outcome<UUID> refusal(UUID personId, String what) {
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
