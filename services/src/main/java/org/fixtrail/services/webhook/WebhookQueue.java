package org.fixtrail.services.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks, before an organisation is known, which messages are due. */
@ApplicationScoped
@Transactional
class WebhookQueue {
    private final EntityManager em;

    @Inject
    WebhookQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected WebhookQueue() {
        this(null);
    }

    /** One message, whose it is, and where it goes. */
    record Due(UUID organisationId, UUID notificationId, UUID endpointId) {}

    /** @param mostOfEach endpoint */
    List<Due> due(Instant now, int most, int mostOfEach) {
        List<?> rows = em.createNativeQuery(
                        "select organisation_id, notification_id, endpoint_id from due_webhooks(?1, ?2, ?3)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .setParameter(3, mostOfEach)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Due((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                .toList();
    }
}
