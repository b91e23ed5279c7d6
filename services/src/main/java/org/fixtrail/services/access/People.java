package org.fixtrail.services.access;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The queries on people; for use cases, inside their transaction. */
@ApplicationScoped
public class People {
    private static final Map<String, String> SORTS =
            Map.of("name", "p.displayName", "email", "p.email", "lastSignIn", "p.lastSignIn");
    private static final String ADMINISTRATORS = "select p from Person p where p.roles like '%ADMINISTRATOR%'"
            + " and p.disabled = false and p.joinedAt is not null";
    private static final int MOST_CHOICES = 1_000;

    private final EntityManager em;
    private final Substitutes substitutes;
    private final PeopleDirectory directory;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public People(EntityManager em, Substitutes substitutes, PeopleDirectory directory, Ledger ledger, Clock clock) {
        this.em = em;
        this.substitutes = substitutes;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected People() {
        this(null, null, null, null, null);
    }

    public Person get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("person"));
    }

    Optional<Person> find(UUID id) {
        return Optional.ofNullable(em.find(Person.class, id));
    }

    /** Until the transaction ends nobody else changes the person. */
    Person lock(UUID id) {
        Person person = em.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (person == null) {
            throw new NotFound("person");
        }
        return person;
    }

    /** @param proposalId the confirmed proposal that gives roles, or null where roles are taken away */
    void change(Person person, Set<Role> roles, @Nullable UUID proposalId) {
        person.become(roles);
        ledger.append(new PersonChange(UUID.randomUUID(), person, ActType.ROLES_SET, proposalId));
        renewSubstitutesOf(person.id());
    }

    /** Rights that were worked out before are out of date. */
    void renew(Person person) {
        em.lock(person, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Who stands in for a person holds that person's roles. */
    void renewSubstitutesOf(UUID absent) {
        substitutes.whoStandFor(absent, Instant.now(clock)).forEach(id -> find(id).ifPresent(this::renew));
    }

    /** Names by id; of people of the organisation only. */
    Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select p from Person p where p.id in :ids", Person.class)
                .setParameter("ids", Set.copyOf(ids))
                .getResultStream()
                .collect(toMap(Person::id, Person::displayName));
    }

    /** The name of the caller's organisation. */
    String organisation() {
        return (String) em.createNativeQuery("select name from organisation where id = current_organisation()")
                .getSingleResult();
    }

    /** Those who can sign in, by name. */
    List<Person> withAccess() {
        return em.createQuery(
                        "select p from Person p where p.disabled = false and p.joinedAt is not null"
                                + " order by p.displayName, p.id",
                        Person.class)
                .setMaxResults(MOST_CHOICES)
                .getResultList();
    }

    /** Has the identity provider told what was decided here, if one keeps people: soon, and again until it has taken it. */
    void passOn(Person person) {
        if (directory.issuer().isPresent()) {
            person.waitForDirectory();
        }
    }

    boolean holds(UUID accountId) {
        return ofAccount(accountId).isPresent();
    }

    Optional<Person> ofAccount(UUID accountId) {
        return em.createQuery("select p from Person p where p.accountId = :account", Person.class)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    boolean holds(String email) {
        return !em.createQuery("select p.id from Person p where p.email = :email", UUID.class)
                .setParameter("email", email)
                .getResultList()
                .isEmpty();
    }

    /** Those who can give rights now, by name. */
    List<Person> administrators() {
        return em.createQuery(ADMINISTRATORS + " order by p.displayName, p.id", Person.class)
                .getResultList();
    }

    /** The same; until the transaction ends nobody else can change them. */
    List<Person> lockAdministrators() {
        return em.createQuery(ADMINISTRATORS + " order by p.id", Person.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** @param search part of a name or an address; blank for all */
    Page<Person> page(PageRequest wanted, String search) {
        String like = "%" + escaped(search.strip().toLowerCase(Locale.ROOT)) + "%";
        String where =
                " from Person p where lower(p.displayName) like :like escape '!' or p.email like :like escape '!'";
        long total = em.createQuery("select count(p)" + where, Long.class)
                .setParameter("like", like)
                .getSingleResult();
        List<Person> people = em.createQuery("select p" + where + order(wanted), Person.class)
                .setParameter("like", like)
                .setFirstResult(wanted.offset())
                .setMaxResults(wanted.limit())
                .getResultList();
        return new Page<>(people, total);
    }

    private static String order(PageRequest wanted) {
        String sort = wanted.sort() == null ? null : SORTS.get(wanted.sort());
        return sort == null
                ? " order by p.displayName, p.id"
                : " order by " + sort + (wanted.descending() ? " desc" : "") + ", p.id";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
