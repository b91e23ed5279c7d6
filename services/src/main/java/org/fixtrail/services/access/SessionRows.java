package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions as they are kept; they belong to accounts. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SessionRows {
    private final EntityManager em;

    @Inject
    SessionRows(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected SessionRows() {
        this(null);
    }

    /** What a session stands for at this moment. */
    record Row(
            UUID accountId,
            UUID organisationId,
            UUID personId,
            long personVersion,
            boolean mustChangePassword,
            boolean secondFactor,
            Instant startedAt,
            Instant seenAt) {}

    /** @param device what the browser of the session keeps */
    Optional<Row> find(UUID id, RandomToken device) {
        List<?> rows = em.createNativeQuery("""
                        select account_id, organisation_id, person_id, person_version, must_change, second_factor,
                            started_at, seen_at
                        from session_standing(?1, ?2)
                        """)
                .setParameter(1, id)
                .setParameter(2, device.hash().bytes())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Row(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        ((Number) row[3]).longValue(),
                        (Boolean) row[4],
                        (Boolean) row[5],
                        ((Timestamp) row[6]).toInstant(),
                        ((Timestamp) row[7]).toInstant()));
    }

    void open(
            UUID id,
            UUID accountId,
            UUID organisationId,
            Instant at,
            Visitor visitor,
            RandomToken device,
            @Nullable String providerSession) {
        em.createNativeQuery("select 1 from session_open(?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text))")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, organisationId)
                .setParameter(4, Timestamp.from(at))
                .setParameter(5, visitor.address())
                .setParameter(6, visitor.agent())
                .setParameter(7, device.hash().bytes())
                .setParameter(8, providerSession)
                .getSingleResult();
    }

    void seen(UUID id, Instant at) {
        em.createNativeQuery("select 1 from session_seen(?1, ?2)")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(at))
                .getSingleResult();
    }

    void move(UUID id, UUID accountId, UUID organisationId, Instant at) {
        em.createNativeQuery("select 1 from session_move(?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, organisationId)
                .setParameter(4, Timestamp.from(at))
                .getSingleResult();
    }

    void end(UUID id, UUID accountId, Instant at) {
        em.createNativeQuery("select 1 from session_end(?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, Timestamp.from(at))
                .getSingleResult();
    }

    void endAll(UUID accountId, Instant at) {
        em.createNativeQuery("select 1 from session_end_all(?1, ?2)")
                .setParameter(1, accountId)
                .setParameter(2, Timestamp.from(at))
                .getSingleResult();
    }

    void endHere(UUID accountId, Instant at) {
        em.createNativeQuery("select 1 from session_end_here(?1, ?2)")
                .setParameter(1, accountId)
                .setParameter(2, Timestamp.from(at))
                .getSingleResult();
    }

    long endOfProvider(String providerSession, Instant at) {
        return ((Number) em.createNativeQuery("select session_end_of_provider(?1, ?2)")
                        .setParameter(1, providerSession)
                        .setParameter(2, Timestamp.from(at))
                        .getSingleResult())
                .longValue();
    }

    List<SessionView> list(UUID accountId, Instant seenAfter, Instant startedAfter) {
        List<?> rows = em.createNativeQuery("""
                        select session_id, organisation_name, started_at, seen_at, address, agent
                        from session_list(?1, ?2, ?3)
                        """)
                .setParameter(1, accountId)
                .setParameter(2, Timestamp.from(seenAfter))
                .setParameter(3, Timestamp.from(startedAfter))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SessionView(
                        (UUID) row[0],
                        (String) row[1],
                        ((Timestamp) row[2]).toInstant(),
                        ((Timestamp) row[3]).toInstant(),
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    void tidy(Instant at) {
        em.createNativeQuery("select 1 from access_tidy(?1)")
                .setParameter(1, Timestamp.from(at))
                .getSingleResult();
    }
}
