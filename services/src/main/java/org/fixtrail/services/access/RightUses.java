package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fixtrail.domain.access.Permission;

/** Notes when people make use of their rights, to the hour, so that a review shows which ones nobody needs. */
@ApplicationScoped
public class RightUses {
    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final int REMEMBERED = 50_000;

    private final RightUseRows rows;
    private final Clock clock;
    private final Map<Use, Instant> noted = new ConcurrentHashMap<>();

    @Inject
    RightUses(RightUseRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected RightUses() {
        this(null, null);
    }

    private record Use(UUID person, Permission permission) {}

    /** For whoever checks a right that depends on what is asked; all others are noted when they are checked. */
    public void note(Caller caller, Permission permission) {
        if (!caller.actor().isPerson()) {
            return;
        }
        Instant now = Instant.now(clock);
        Use use = new Use(caller.actor().id(), permission);
        Instant last = noted.get(use);
        if (last != null && last.plus(NOTED_EVERY).isAfter(now)) {
            return;
        }
        if (noted.size() >= REMEMBERED) {
            noted.clear();
        }
        noted.put(use, now);
        rows.note(use.person(), permission, now);
    }

    /** The rows, in a transaction of their own. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class RightUseRows {
        private final EntityManager em;

        @Inject
        RightUseRows(EntityManager em) {
            this.em = em;
        }

        @SuppressWarnings("NullAway")
        protected RightUseRows() {
            this(null);
        }

        /** For people of the organisation only; somebody else has no row. */
        void note(UUID person, Permission permission, Instant at) {
            em.createNativeQuery("""
                            insert into right_use as u (organisation_id, person_id, permission, last_used_at)
                            values (current_organisation(), ?1, ?2, ?3)
                            on conflict (organisation_id, person_id, permission)
                            do update set last_used_at = greatest(u.last_used_at, excluded.last_used_at)
                            """)
                    .setParameter(1, person)
                    .setParameter(2, permission.name())
                    .setParameter(3, Timestamp.from(at))
                    .executeUpdate();
        }
    }
}
