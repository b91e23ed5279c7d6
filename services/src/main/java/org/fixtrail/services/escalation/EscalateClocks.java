package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.escalation.Escalation;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.services.access.Requires;

/** Takes news one step up that nobody has acknowledged in time. */
@ApplicationScoped
@Transactional
public class EscalateClocks {
    private static final String TAKE = """
            select id from escalation where organisation_id = current_organisation() and id = ?1 and due_at <= ?2
            for update skip locked
            """;
    private static final String PUT_OFF = """
            update escalation set due_at = ?1, version = version + 1
            where organisation_id = current_organisation() and id = ?2 and due_at < ?1
            """;

    private final EntityManager em;
    private final Escalations escalations;
    private final ClockMessages messages;
    private final Clock clock;

    @Inject
    EscalateClocks(EntityManager em, Escalations escalations, ClockMessages messages, Clock clock) {
        this.em = em;
        this.escalations = escalations;
        this.messages = messages;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected EscalateClocks() {
        this(null, null, null, null);
    }

    /** Nothing happens if it is not due any more, or somebody else works on it right now. */
    @Requires(Permission.OPERATE)
    public void escalate(UUID escalationId) {
        boolean taken = !em.createNativeQuery(TAKE)
                .setParameter(1, escalationId)
                .setParameter(2, Timestamp.from(Instant.now(clock)))
                .getResultList()
                .isEmpty();
        if (!taken) {
            return;
        }
        Escalation due = em.find(Escalation.class, escalationId);
        RunningClock of = em.find(RunningClock.class, due.clockId());
        Failure failure = em.find(Failure.class, due.failureId());
        ClockEvent event = em.find(ClockEvent.class, due.id());
        escalations.climb(due, of, messages.write(failure, of, event));
    }

    /** Sets one aside that could not be worked on. */
    @Requires(Permission.OPERATE)
    public void putOff(UUID escalationId, Duration wait) {
        em.createNativeQuery(PUT_OFF)
                .setParameter(1, Timestamp.from(Instant.now(clock).plus(wait)))
                .setParameter(2, escalationId)
                .executeUpdate();
    }
}
