package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.ledger.Actor;

/** Reads persons and keys for {@link Callers}; a transaction each, since each sees another organisation. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CallerRows {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final EntityManager em;
    private final Clock clock;

    @Inject
    CallerRows(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected CallerRows() {
        this(null, null);
    }

    record KeyOwner(UUID organisationId, UUID keyId) {}

    Optional<Caller> person(UUID accountId, int passwordVersion) {
        List<?> found = em.createNativeQuery("""
                        select id, display_name, roles from person
                        where organisation_id = current_organisation() and account_id = ?1 and not disabled
                            and not organisation_closed(organisation_id)
                            and account_password_version(account_id) = ?2
                        """)
                .setParameter(1, accountId)
                .setParameter(2, passwordVersion)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> caller((UUID) row[0], (String) row[1], rights(Person.roles((String) row[2]))));
    }

    /** Precedes the organisation. */
    Optional<KeyOwner> keyOwner(byte[] hash) {
        List<?> found = em.createNativeQuery("select organisation_id, key_id from access_key_owner(?1)")
                .setParameter(1, hash)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new KeyOwner((UUID) row[0], (UUID) row[1]));
    }

    KeyResult key(UUID id) {
        Instant now = Instant.now(clock);
        AccessKey key = em.find(AccessKey.class, id);
        if (key == null) {
            return new KeyResult.Rejected("The key is not known.");
        }
        if (!key.worksAt(now)) {
            return new KeyResult.Rejected(key.revokedAt() == null ? "The key has expired." : "The key was revoked.");
        }
        Person person = em.find(Person.class, key.personId());
        if (person == null || (key.kind() == KeyKind.PERSONAL && person.disabled())) {
            return new KeyResult.Rejected("The person whose key it is has no access any more.");
        }
        noteUse(key, now);
        return new KeyResult.Known(caller(key, person));
    }

    private Caller caller(AccessKey key, Person person) {
        return switch (key.kind()) {
            case PERSONAL ->
                caller(
                        person.id(),
                        person.displayName(),
                        Scopes.parse(key.scopes()).narrow(rights(person.roleSet())));
            case MACHINE -> caller(key, Scopes.parse(key.scopes()).narrow(Role.MACHINE.permissions()));
            case PIPELINE -> caller(key, Role.PIPELINE.permissions());
        };
    }

    private static Caller caller(AccessKey key, Set<Permission> rights) {
        return new Caller(
                CallerContext.get().organisationId(),
                new Actor(Actor.Kind.KEY, key.id()),
                key.label(),
                key.personId(),
                rights,
                key.systemId());
    }

    private static Caller caller(UUID person, String name, Set<Permission> rights) {
        UUID organisation = CallerContext.get().organisationId();
        return new Caller(organisation, new Actor(Actor.Kind.PERSON, person), name, person, rights, null);
    }

    private static Set<Permission> rights(Set<Role> roles) {
        Set<Permission> rights = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> rights.addAll(role.permissions()));
        return rights;
    }

    /** Past the entity, so that noting the use never collides with a change of the key. */
    private void noteUse(AccessKey key, Instant now) {
        Instant last = key.lastUsedAt();
        if (last == null || last.plus(USE_NOTED_EVERY).isBefore(now)) {
            em.createNativeQuery("""
                            update access_key set last_used_at = ?1
                            where organisation_id = current_organisation() and id = ?2
                            """)
                    .setParameter(1, Timestamp.from(now))
                    .setParameter(2, key.id())
                    .executeUpdate();
        }
    }
}
