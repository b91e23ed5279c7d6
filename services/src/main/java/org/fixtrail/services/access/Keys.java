package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.KeyChange;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Issues, revokes and lists keys; for the two use cases that did the checks, inside their transaction. */
@ApplicationScoped
class Keys {
    private final EntityManager em;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    Keys(EntityManager em, Ledger ledger, Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Keys() {
        this(null, null, null);
    }

    /** @param systemId null for a person's own */
    IssuedKey issue(NewKey wanted, KeyKind kind, UUID personId, @Nullable UUID systemId, Scopes scopes) {
        KeySecret secret = KeySecret.random(kind);
        Instant now = Moments.toMicros(Instant.now(clock));
        AccessKey key = new AccessKey(
                UUID.randomUUID(),
                CallerContext.get().organisationId(),
                kind,
                wanted.label().strip(),
                personId,
                systemId,
                scopes.toString(),
                secret.hash(),
                now,
                now.plus(Duration.ofDays(wanted.days())));
        em.persist(key);
        ledger.append(change(key, ActType.KEY_ISSUED));
        return new IssuedKey(key.id(), secret.text(), key.expiresAt());
    }

    Optional<AccessKey> find(UUID id) {
        return Optional.ofNullable(em.find(AccessKey.class, id));
    }

    /** Nothing happens to one that was revoked before. */
    void revoke(AccessKey key) {
        if (key.revokedAt() == null) {
            key.revoke(Moments.toMicros(Instant.now(clock)));
            ledger.append(change(key, ActType.KEY_REVOKED));
        }
    }

    /** Newest first. */
    Page<KeyRow> ofMachines(PageRequest wanted) {
        return page(wanted, EnumSet.of(KeyKind.MACHINE, KeyKind.PIPELINE), null);
    }

    /** Newest first. */
    Page<KeyRow> ofPerson(PageRequest wanted, UUID personId) {
        return page(wanted, EnumSet.of(KeyKind.PERSONAL), personId);
    }

    private Page<KeyRow> page(PageRequest wanted, Set<KeyKind> kinds, @Nullable UUID personId) {
        String where = " from AccessKey k join Person p on p.id = k.personId left join AiSystem s on s.id = k.systemId"
                + " where k.kind in :kinds and (:everybody = true or k.personId = :person)";
        UUID person = personId == null ? new UUID(0, 0) : personId;
        boolean everybody = personId == null;
        long total = em.createQuery("select count(k)" + where, Long.class)
                .setParameter("kinds", kinds)
                .setParameter("everybody", everybody)
                .setParameter("person", person)
                .getSingleResult();
        List<Object[]> rows = em.createQuery(
                        "select k, p.displayName, s.name" + where + " order by k.createdAt desc, k.id", Object[].class)
                .setParameter("kinds", kinds)
                .setParameter("everybody", everybody)
                .setParameter("person", person)
                .setFirstResult(wanted.offset())
                .setMaxResults(wanted.limit())
                .getResultList();
        Instant now = Instant.now(clock);
        return new Page<>(rows.stream().map(row -> row(row, now)).toList(), total);
    }

    private static KeyRow row(Object[] row, Instant now) {
        AccessKey key = (AccessKey) row[0];
        return new KeyRow(
                key.id(),
                key.kind(),
                key.label(),
                (String) row[1],
                (String) row[2],
                Scopes.parse(key.scopes()),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                state(key, now));
    }

    private static KeyRow.State state(AccessKey key, Instant now) {
        if (key.revokedAt() != null) {
            return KeyRow.State.REVOKED;
        }
        return key.worksAt(now) ? KeyRow.State.WORKS : KeyRow.State.EXPIRED;
    }

    private static KeyChange change(AccessKey key, ActType what) {
        return new KeyChange(
                UUID.randomUUID(),
                key.id(),
                what.name(),
                key.kind().name(),
                key.label(),
                key.personId(),
                key.systemId(),
                key.scopes(),
                key.expiresAt());
    }
}
