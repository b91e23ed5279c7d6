package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people sign in. Belongs to no organisation: reached only through the functions that precede one. */
@ApplicationScoped
@Transactional
class Accounts {
    private final EntityManager em;

    @Inject
    Accounts(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Accounts() {
        this(null);
    }

    /** @param lockedUntil null if it was never locked since the last sign-in */
    record Account(
            UUID id,
            String email,
            String passwordHash,
            boolean mustChange,
            int passwordVersion,
            @Nullable Instant lockedUntil) {

        boolean isLockedAt(Instant now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }
    }

    Optional<Account> byEmail(String email) {
        return first(
                em.createNativeQuery("select * from account_for_sign_in(?1)").setParameter(1, email));
    }

    Optional<Account> byId(UUID id) {
        return first(em.createNativeQuery("select * from account_for_password_change(?1)")
                .setParameter(1, id));
    }

    void signedIn(UUID id, Instant at) {
        em.createNativeQuery("select 1 from account_signed_in(?1, ?2)")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(at))
                .getSingleResult();
    }

    void missed(UUID id, Instant at) {
        em.createNativeQuery("select 1 from account_missed(?1, ?2)")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(at))
                .getSingleResult();
    }

    /** Answers the new version of the password. */
    int setPassword(UUID id, String hash) {
        return (Integer) em.createNativeQuery("select account_password_set(?1, ?2)")
                .setParameter(1, id)
                .setParameter(2, hash)
                .getSingleResult();
    }

    /** Answers the id of the account that has the address: the given id if there was none before. */
    UUID ensure(UUID id, String email, String hash, Instant at) {
        return (UUID) em.createNativeQuery("select account_ensure(?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, email)
                .setParameter(3, hash)
                .setParameter(4, Timestamp.from(at))
                .getSingleResult();
    }

    List<Membership> memberships(UUID id) {
        List<?> rows = em.createNativeQuery("select organisation_id, organisation_name from account_memberships(?1)")
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Membership((UUID) row[0], (String) row[1]))
                .toList();
    }

    private static Optional<Account> first(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> {
            Timestamp lockedUntil = (Timestamp) row[5];
            return new Account(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (Boolean) row[3],
                    (Integer) row[4],
                    lockedUntil == null ? null : lockedUntil.toInstant());
        });
    }
}
