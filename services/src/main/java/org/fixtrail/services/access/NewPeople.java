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
import org.jspecify.annotations.Nullable;

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

    /** By the operator's word: the roles hold at once. */
    public AddedPerson addVouchedFor(NewPerson wanted, PasswordUse use) {
        NewAccount account = withPassword(EmailAddress.normal(wanted.email()), use);
        Person person = person(wanted, account.id());
        person.become(wanted.roles());
        person.join(Instant.now(clock));
        return store(person, account);
    }

    /** Without roles, and without access until the invitation is taken up. */
    AddedPerson addInvited(NewPerson wanted) {
        UUID account =
                accounts.ensure(UUID.randomUUID(), EmailAddress.normal(wanted.email()), null, Instant.now(clock));
        return store(person(wanted, account), new NewAccount(account, null));
    }

    /** Without roles; where no mail can be sent, the one-time password is passed on by hand. */
    AddedPerson addWithPassword(NewPerson wanted) {
        NewAccount account = withPassword(EmailAddress.normal(wanted.email()), PasswordUse.ONE_TIME);
        Person person = person(wanted, account.id());
        person.join(Instant.now(clock));
        return store(person, account);
    }

    /** Without roles; the provider lets the person in. */
    AddedPerson addKnown(UUID accountId, NewPerson wanted) {
        return store(person(wanted, accountId), new NewAccount(accountId, null));
    }

    private AddedPerson store(Person person, NewAccount account) {
        em.persist(person);
        ledger.append(new PersonChange(UUID.randomUUID(), person, ActType.PERSON_ADDED, null));
        return new AddedPerson(person.id(), account.id(), person.email(), account.password());
    }

    private static Person person(NewPerson wanted, UUID accountId) {
        return new Person(
                UUID.randomUUID(),
                CallerContext.get().organisationId(),
                accountId,
                EmailAddress.normal(wanted.email()),
                wanted.displayName().strip());
    }

    private record NewAccount(UUID id, @Nullable String password) {}

    /** Hashes also where the account turns out to exist, so that the time taken does not tell. */
    private NewAccount withPassword(String email, PasswordUse use) {
        String password = OneTimePassword.random();
        String hash = PasswordHash.of(password.toCharArray());
        UUID wanted = UUID.randomUUID();
        Instant now = Instant.now(clock);
        UUID id = accounts.ensure(wanted, email, hash, now);
        if (!id.equals(wanted)) {
            return new NewAccount(id, null);
        }
        if (use == PasswordUse.LASTING) {
            accounts.setPassword(id, hash, null, now);
        }
        return new NewAccount(id, password);
    }
}
