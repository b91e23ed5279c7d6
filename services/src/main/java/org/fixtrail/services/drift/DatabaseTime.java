package org.fixtrail.services.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;

/** The time of the database's machine. */
@ApplicationScoped
@Transactional
class DatabaseTime {
    private final EntityManager em;

    @Inject
    DatabaseTime(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected DatabaseTime() {
        this(null);
    }

    Instant now() {
        return ((Timestamp) em.createNativeQuery("select cast(clock_timestamp() at time zone 'UTC' as timestamp)")
                        .getSingleResult())
                .toLocalDateTime()
                .toInstant(ZoneOffset.UTC);
    }
}
