package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** What {@link ExternalPeople} does in the database; a transaction each, since each sees another organisation. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ExternalAccounts {
    private static final int LONGEST_NAME = 200;

    private final EntityManager em;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    ExternalAccounts(EntityManager em, People people, Ledger ledger, Clock clock) {
        this.em = em;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ExternalAccounts() {
        this(null, null, null, null);
    }

    /** Made at the first time. */
    UUID account(ExternalIdentity identity) {
        String subject = subject(identity.issuer(), identity.subject());
        String none = Sha256.over(subject.getBytes(StandardCharsets.UTF_8)) + "@provider.invalid";
        return (UUID) em.createNativeQuery("select account_of_subject(?1, ?2, cast(?3 as text), ?4, ?5)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, subject)
                .setParameter(3, address(identity))
                .setParameter(4, none)
                .setParameter(5, Timestamp.from(Instant.now(clock)))
                .getSingleResult();
    }

    Optional<UUID> find(String issuer, String subject) {
        return Optional.ofNullable((UUID) em.createNativeQuery("select account_with_subject(?1)")
                .setParameter(1, subject(issuer, subject))
                .getSingleResult());
    }

    /** Empty if there is none of the name, or it is closed. */
    Optional<UUID> organisation(String name) {
        return Optional.ofNullable((UUID) em.createNativeQuery("select organisation_of_name(?1)")
                .setParameter(1, name)
                .getSingleResult());
    }

    /** The person's roles become those that the provider names, which must be some; it is on record where they differ. */
    @Requires(Permission.MANAGE_PEOPLE)
    void mirror(UUID accountId, ExternalIdentity identity, Set<Role> roles) {
        Optional<Person> known = people.ofAccount(accountId);
        if (known.isEmpty()) {
            add(accountId, identity, roles);
            return;
        }
        become(known.get(), roles);
        String address = address(identity);
        if (address != null && !address.equals(known.get().email())) {
            known.get().writeTo(address);
        }
    }

    /** The provider names no role of the person any more. */
    @Requires(Permission.MANAGE_PEOPLE)
    void takeAway(UUID accountId) {
        people.ofAccount(accountId).ifPresent(person -> become(person, Set.of()));
    }

    /** The person has come in by way of the provider. */
    @Requires(Permission.MANAGE_PEOPLE)
    void arrive(UUID accountId) {
        people.ofAccount(accountId)
                .filter(person -> person.joinedAt() == null)
                .map(person -> people.lock(person.id()))
                .filter(person -> person.joinedAt() == null)
                .ifPresent(person -> {
                    person.join(Instant.now(clock));
                    ledger.append(new PersonChange(UUID.randomUUID(), person, ActType.PERSON_JOINED, null));
                });
    }

    /** The roles become those that the provider names, unless somebody has changed the person here since that version. */
    @Requires(Permission.MANAGE_PEOPLE)
    void follow(UUID personId, long version, Set<Role> roles) {
        Person person = people.lock(personId);
        if (person.version() == version) {
            become(person, roles);
        }
    }

    /** Where access was ended here, or the provider has yet to be told something, what was decided here counts. */
    private void become(Person known, Set<Role> roles) {
        if (known.roleSet().equals(roles)) {
            return;
        }
        Person person = people.lock(known.id());
        if (!person.disabled() && !person.directoryWaits() && !person.roleSet().equals(roles)) {
            people.change(person, roles, null);
        }
    }

    /** The AI system of the name or id; empty if there is none. */
    @Requires(Permission.MANAGE_PEOPLE)
    Optional<UUID> system(String nameOrId) {
        return em.createQuery("select s from AiSystem s where s.name = :name", AiSystem.class)
                .setParameter("name", nameOrId)
                .getResultStream()
                .findFirst()
                .map(AiSystem::id)
                .or(() -> uuid(nameOrId).map(id -> em.find(AiSystem.class, id)).map(AiSystem::id));
    }

    private void add(UUID accountId, ExternalIdentity identity, Set<Role> roles) {
        String name = identity.displayName().isBlank()
                ? identity.subject()
                : identity.displayName().strip();
        String address = address(identity);
        Person person = new Person(
                UUID.randomUUID(),
                CallerContext.get().organisationId(),
                accountId,
                address == null ? "" : address,
                name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        person.become(roles);
        em.persist(person);
        ledger.append(new PersonChange(UUID.randomUUID(), person, ActType.PERSON_ADDED, null));
    }

    private static @Nullable String address(ExternalIdentity identity) {
        String email = identity.email();
        return email != null && EmailAddress.isWritten(email) ? EmailAddress.normal(email) : null;
    }

    private static String subject(String issuer, String subject) {
        return issuer + " " + subject;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
