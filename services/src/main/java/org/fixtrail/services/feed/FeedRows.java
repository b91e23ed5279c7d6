package org.fixtrail.services.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Sha256;

/** Where the hashes of secret addresses are kept. */
@ApplicationScoped
@Transactional
class FeedRows {
    private static final String STORE = """
            insert into calendar_feed (organisation_id, person_id, secret_hash, created_at)
            values (current_organisation(), ?1, ?2, ?3)
            on conflict (organisation_id, person_id)
            do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_fetched_at = null
            """;

    /** A new secret that was stored between the look-up and this is not taken for fetched. */
    private static final String FETCHED = """
            update calendar_feed set last_fetched_at = ?1
            where organisation_id = current_organisation() and secret_hash = ?2
                and (last_fetched_at is null or last_fetched_at < ?3)
            """;

    private final EntityManager em;

    @Inject
    FeedRows(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected FeedRows() {
        this(null);
    }

    /** A person and the organisation. */
    record Owner(UUID organisationId, UUID personId) {}

    /** Precedes the organisation. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Owner> owner(Sha256 hash) {
        List<?> rows = em.createNativeQuery("select organisation_id, person_id from calendar_feed_of(?1)")
                .setParameter(1, hash.bytes())
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Owner((UUID) row[0], (UUID) row[1]));
    }

    Optional<ManageFeed.Feed> of(UUID personId) {
        List<?> rows = em.createNativeQuery("select created_at, last_fetched_at from calendar_feed"
                        + " where organisation_id = current_organisation() and person_id = ?1")
                .setParameter(1, personId)
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> {
            Timestamp fetched = (Timestamp) row[1];
            return new ManageFeed.Feed(((Timestamp) row[0]).toInstant(), fetched == null ? null : fetched.toInstant());
        });
    }

    /** In place of an earlier one. */
    void store(UUID personId, Sha256 hash, Instant now) {
        em.createNativeQuery(STORE)
                .setParameter(1, personId)
                .setParameter(2, hash.bytes())
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** @return whether there was one */
    boolean remove(UUID personId) {
        return em.createNativeQuery("delete from calendar_feed"
                                + " where organisation_id = current_organisation() and person_id = ?1")
                        .setParameter(1, personId)
                        .executeUpdate()
                > 0;
    }

    /** @param unlessSince not noted again if it was fetched since then */
    void noteFetch(Sha256 hash, Instant now, Instant unlessSince) {
        em.createNativeQuery(FETCHED)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, hash.bytes())
                .setParameter(3, Timestamp.from(unlessSince))
                .executeUpdate();
    }
}
