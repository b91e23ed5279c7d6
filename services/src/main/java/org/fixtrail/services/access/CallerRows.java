package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.access.Substitution;
import org.fixtrail.domain.ledger.Actor;

/** Works out callers for {@link Callers}; a transaction each, since each sees another organisation. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CallerRows {
    private final EntityManager em;
    private final Substitutes substitutes;
    private final Clock clock;

    @Inject
    CallerRows(EntityManager em, Substitutes substitutes, Clock clock) {
        this.em = em;
        this.substitutes = substitutes;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected CallerRows() {
        this(null, null, null);
    }

    /**
     * What the database says of a key at this moment.
     *
     * @param personVersion of who answers for it
     */
    record KeyStanding(
            UUID organisationId, UUID keyId, long keyVersion, long personVersion, Optional<Instant> lastUsed) {}

    /** A person with the own roles and those of the people for whom they stand in; empty if the access is ended. */
    Optional<RightsCache.Kept> person(UUID id) {
        Person person = em.find(Person.class, id);
        return person == null || person.disabled() || person.joinedAt() == null
                ? Optional.empty()
                : Optional.of(kept(person, person.displayName(), rights -> rights, 0, Instant.MAX));
    }

    /** Precedes the organisation. */
    Optional<KeyStanding> keyStanding(byte[] hash) {
        List<?> found = em.createNativeQuery("""
                        select organisation_id, key_id, key_version, person_version, last_used_at from key_standing(?1)
                        """).setParameter(1, hash).getResultList();
        return found.stream().findFirst().map(Object[].class::cast).map(row -> {
            Timestamp used = (Timestamp) row[4];
            return new KeyStanding(
                    (UUID) row[0],
                    (UUID) row[1],
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).longValue(),
                    Optional.ofNullable(used).map(Timestamp::toInstant));
        });
    }

    /** What a key gives, or why it gives nothing. */
    KeyAnswer key(UUID id) {
        Instant now = Instant.now(clock);
        AccessKey key = em.find(AccessKey.class, id);
        if (key == null) {
            return new KeyAnswer.Dead("The key is not known.");
        }
        if (!key.worksAt(now)) {
            return new KeyAnswer.Dead(key.revokedAt() == null ? "The key has expired." : "The key was revoked.");
        }
        Person person = em.find(Person.class, key.personId());
        if (person == null || (key.kind() == KeyKind.PERSONAL && person.disabled())) {
            return new KeyAnswer.Dead("The person whose key it is has no access any more.");
        }
        return new KeyAnswer.Alive(kept(key, person));
    }

    /** The answer to somebody who shows a key. */
    sealed interface KeyAnswer {
        record Alive(RightsCache.Kept kept) implements KeyAnswer {}

        record Dead(String reason) implements KeyAnswer {}
    }

    /** Past the entity, so that noting the use never collides with a change of the key. */
    void noteUse(UUID keyId, Instant now) {
        em.createNativeQuery("""
                        update access_key set last_used_at = ?1
                        where organisation_id = current_organisation() and id = ?2
                        """)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, keyId)
                .executeUpdate();
    }

    private RightsCache.Kept kept(AccessKey key, Person person) {
        if (key.kind() == KeyKind.PERSONAL) {
            Scopes scopes = Scopes.parse(key.scopes());
            return kept(person, person.displayName(), scopes::narrow, key.version(), key.expiresAt());
        }
        Set<Permission> rights = key.kind() == KeyKind.MACHINE
                ? Scopes.parse(key.scopes()).narrow(Role.MACHINE.permissions())
                : Role.PIPELINE.permissions();
        Caller caller = new Caller(
                key.organisationId(),
                new Actor(Actor.Kind.KEY, key.id()),
                key.label(),
                key.personId(),
                rights,
                key.systemId());
        return new RightsCache.Kept(caller, person.version(), key.version(), key.expiresAt());
    }

    private RightsCache.Kept kept(
            Person person, String name, UnaryOperator<Set<Permission>> narrow, long keyVersion, Instant end) {
        Instant now = Instant.now(clock);
        List<Substitution> standsIn = substitutes.of(person.id(), now);
        Set<Permission> rights = rights(person.roleSet());
        standsIn.stream()
                .filter(each -> each.isInForceAt(now))
                .map(each -> em.find(Person.class, each.absent()))
                .filter(absent -> absent != null && !absent.disabled())
                .forEach(absent -> rights.addAll(rights(absent.roleSet())));
        Instant until = Stream.concat(
                        Stream.of(end), standsIn.stream().flatMap(each -> Stream.of(each.from(), each.to())))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(end);
        Caller caller = new Caller(
                person.organisationId(),
                new Actor(Actor.Kind.PERSON, person.id()),
                name,
                person.id(),
                narrow.apply(rights),
                null);
        return new RightsCache.Kept(caller, person.version(), keyVersion, until);
    }

    private static Set<Permission> rights(Set<Role> roles) {
        Set<Permission> rights = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> rights.addAll(role.permissions()));
        return rights;
    }
}
