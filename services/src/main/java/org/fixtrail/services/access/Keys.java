package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
    /** Time enough to bring a new secret to where the old one is used. */
    static final Duration SOON = Duration.ofDays(14);

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
        return issue(wanted, kind, personId, systemId, scopes, null);
    }

    private IssuedKey issue(
            NewKey wanted,
            KeyKind kind,
            UUID personId,
            @Nullable UUID systemId,
            Scopes scopes,
            @Nullable AccessKey earlier) {
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
        if (earlier != null) {
            key.replace(earlier);
        }
        em.persist(key);
        ledger.append(change(key, ActType.KEY_ISSUED));
        return new IssuedKey(key.id(), secret.text(), key.expiresAt());
    }

    Optional<AccessKey> find(UUID id) {
        return Optional.ofNullable(em.find(AccessKey.class, id));
    }

    boolean isReplaced(AccessKey key) {
        return !em.createQuery("select k.id from AccessKey k where k.replaces = :key", UUID.class)
                .setParameter("key", key.id())
                .getResultList()
                .isEmpty();
    }

    long expiringSoon() {
        Instant now = Instant.now(clock);
        return em.createQuery(
                        "select count(k) from AccessKey k where k.kind <> :personal and k.revokedAt is null"
                                + " and k.expiresAt > :now and k.expiresAt <= :soon"
                                + " and not exists (select l.id from AccessKey l where l.replaces = k.id)",
                        Long.class)
                .setParameter("personal", KeyKind.PERSONAL)
                .setParameter("now", now)
                .setParameter("soon", now.plus(SOON))
                .getSingleResult();
    }

    boolean works(AccessKey key) {
        return key.worksAt(Instant.now(clock));
    }

    /** Issues another key for the same purpose, and lets the earlier one work on for no longer than the overlap. */
    IssuedKey replace(AccessKey earlier, int days, Duration overlap) {
        // two who replace it at the same moment: the second sees that it was replaced, or fails at the unique index
        em.lock(earlier, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        earlier.endBy(Moments.toMicros(Instant.now(clock)).plus(overlap));
        ledger.append(change(earlier, ActType.KEY_REPLACED));
        return issue(
                new NewKey(earlier.label(), days),
                earlier.kind(),
                earlier.personId(),
                earlier.systemId(),
                Scopes.parse(earlier.scopes()),
                earlier);
    }

    void reassign(AccessKey key, UUID personId) {
        if (!key.personId().equals(personId)) {
            key.answerTo(personId);
            ledger.append(change(key, ActType.KEY_REASSIGNED));
        }
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
                + " left join AccessKey e on e.id = k.replaces left join AccessKey l on l.replaces = k.id"
                + " where k.kind in :kinds and (:everybody = true or k.personId = :person)";
        UUID person = personId == null ? new UUID(0, 0) : personId;
        boolean everybody = personId == null;
        long total = em.createQuery("select count(k)" + where, Long.class)
                .setParameter("kinds", kinds)
                .setParameter("everybody", everybody)
                .setParameter("person", person)
                .getSingleResult();
        List<Object[]> rows = em.createQuery(
                        "select k, p.displayName, s.name, p.disabled, e.createdAt, l.id, l.createdAt" + where
                                + " order by k.createdAt desc, k.id",
                        Object[].class)
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
                state(key, now),
                (Boolean) row[3],
                key.replaces(),
                (Instant) row[4],
                (UUID) row[5],
                (Instant) row[6],
                row[5] == null && key.worksAt(now) && !key.worksAt(now.plus(SOON)));
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
                key.expiresAt(),
                key.replaces());
    }
}
