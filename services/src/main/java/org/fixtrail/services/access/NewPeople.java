package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.services.ledger.Ledger;

/** Adds people with their accounts; for use cases that did the checks, inside their transaction. */
@ApplicationScoped
public class NewPeople {
    private final EntityManager em;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    NewPeople(EntityManager em, Accounts accounts, Ledger ledger, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected NewPeople() {
        this(null, null, null, null);
    }

    /** What a new account's password is. */
    public enum PasswordUse {
        /** To be changed at the first sign-in. */
        ONE_TIME,
        /** To be kept; for demonstrations. */
        LASTING
    }

    public AddedPerson add(NewPerson wanted, PasswordUse use) {
        Added account = account(EmailAddress.normal(wanted.email()), use);
        Person person = new Person(
                UUID.randomUUID(),
                CallerContext.get().organisationId(),
                account.id(),
                EmailAddress.normal(wanted.email()),
                wanted.displayName().strip());
        person.become(wanted.roles());
        em.persist(person);
        ledger.append(change(person, ActType.PERSON_ADDED));
        return account.of(person);
    }

    /** The state of a person after a change, as an act. */
    static PersonChange change(Person person, ActType what) {
        return new PersonChange(
                UUID.randomUUID(), person.id(), what.name(), person.displayName(), person.roles(), person.disabled());
    }

    private record Added(
            UUID id, @org.jspecify.annotations.Nullable String password, int passwordVersion) {
        AddedPerson of(Person person) {
            return new AddedPerson(person.id(), id, person.email(), password, passwordVersion);
        }
    }

    /** Hashes also where the account turns out to exist, so that the time taken does not tell. */
    private Added account(String email, PasswordUse use) {
        String password = OneTimePassword.random();
        String hash = PasswordHash.of(password.toCharArray());
        UUID wanted = UUID.randomUUID();
        UUID id = accounts.ensure(wanted, email, hash, Instant.now(clock));
        if (!id.equals(wanted)) {
            int version =
                    accounts.byId(id).map(Accounts.Account::passwordVersion).orElse(0);
            return new Added(id, null, version);
        }
        int version = use == PasswordUse.LASTING ? accounts.setPassword(id, hash) : 0;
        return new Added(id, password, version);
    }
}
