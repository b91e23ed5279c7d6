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

    /**
     * @param passwordHash null as long as nobody has chosen one
     * @param mustChange whether it is a one-time password
     * @param verified whether somebody opened a link that was mailed to the address
     * @param secondFactor whether a code is asked for beside the password
     */
    record Account(
            UUID id,
            String email,
            @Nullable String passwordHash,
            boolean mustChange,
            Instant passwordSetAt,
            boolean verified,
            boolean secondFactor) {}

    Optional<Account> byEmail(String email) {
        return first(em.createNativeQuery("select * from account_by_email(?1)").setParameter(1, email));
    }

    Optional<Account> byId(UUID id) {
        return first(em.createNativeQuery("select * from account_by_id(?1)").setParameter(1, id));
    }

    /**
     * The new password holds from now on; all links that were mailed to reset it, and all sessions but one, end.
     *
     * @param keep the session that stays, or null
     */
    void setPassword(UUID id, String hash, @Nullable UUID keep, Instant at) {
        setPassword(id, hash, false, keep, at);
    }

    /** To be changed at the next sign-in; all sessions end. */
    void setOneTimePassword(UUID id, String hash, Instant at) {
        setPassword(id, hash, true, null, at);
    }

    private void setPassword(UUID id, String hash, boolean oneTime, @Nullable UUID keep, Instant at) {
        em.createNativeQuery("select 1 from account_password_set(?1, ?2, ?3, cast(?4 as uuid), ?5)")
                .setParameter(1, id)
                .setParameter(2, hash)
                .setParameter(3, oneTime)
                .setParameter(4, keep == null ? null : keep.toString())
                .setParameter(5, Timestamp.from(at))
                .getSingleResult();
    }

    void verified(UUID id, Instant at) {
        em.createNativeQuery("select 1 from account_verified(?1, ?2)")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(at))
                .getSingleResult();
    }

    /**
     * Answers the id of the account that has the address: the given id if there was none before.
     *
     * @param hash of a one-time password, or null for an account that nobody can sign in to yet
     */
    UUID ensure(UUID id, String email, @Nullable String hash, Instant at) {
        return (UUID) em.createNativeQuery("select account_ensure(?1, ?2, cast(?3 as text), ?4)")
                .setParameter(1, id)
                .setParameter(2, email)
                .setParameter(3, hash)
                .setParameter(4, Timestamp.from(at))
                .getSingleResult();
    }

    /** Whether it is known in another organisation than the caller's. */
    boolean isElsewhere(UUID id) {
        return (Boolean) em.createNativeQuery("select account_elsewhere(?1)")
                .setParameter(1, id)
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
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Account(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        ((Timestamp) row[4]).toInstant(),
                        (Boolean) row[5],
                        (Boolean) row[6]));
    }
}
