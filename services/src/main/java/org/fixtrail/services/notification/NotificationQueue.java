package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks, before an organisation is known, which notifications are due. */
@ApplicationScoped
@Transactional
public class NotificationQueue {
    private final EntityManager em;

    @Inject
    public NotificationQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected NotificationQueue() {
        this(null);
    }

    /** One notification and the organisation whose it is. */
    public record Due(UUID organisationId, UUID notificationId) {}

    public List<Due> due(Instant now, int most) {
        List<?> rows = em.createNativeQuery("select organisation_id, notification_id from due_notifications(?1, ?2)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Due((UUID) row[0], (UUID) row[1]))
                .toList();
    }
}
