package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.notification.Channel;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationDelivery;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.notification.TryOutcome;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Has a notification tried again that was given up. Who asked is on record. */
@ApplicationScoped
@Transactional
public class ResendNotification {
    private static final int MOST = 500;

    private final EntityManager em;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public ResendNotification(EntityManager em, Ledger ledger, Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ResendNotification() {
        this(null, null, null);
    }

    @Requires(Permission.CLASSIFY_FAILURE)
    public Outcome<UUID> resend(UUID id) {
        return again(id);
    }

    /**
     * All that were given up, and of which there is somebody to send it to.
     *
     * @param channel only of this, or null for both
     * @return how many; at most 500 at once
     */
    @Requires(Permission.CLASSIFY_FAILURE)
    public Outcome<Integer> resendAll(@Nullable Channel channel) {
        List<UUID> all = em.createQuery(
                        "select d.id from NotificationDelivery d, Notification n where n.id = d.id and d.state = :failed"
                                + " and n.recipientId <> :nobody and d.channel in :channels order by d.since",
                        UUID.class)
                .setParameter("failed", DeliveryState.FAILED)
                .setParameter("nobody", Outbox.NOBODY)
                .setParameter("channels", channel == null ? List.of(Channel.values()) : List.of(channel))
                .setMaxResults(MOST)
                .getResultList();
        return Outcome.done(again(all));
    }

    /** All of one endpoint, for who manages it; at most 500 at once. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public int allOf(UUID endpointId) {
        return again(em.createQuery(
                        "select d.id from NotificationDelivery d where d.state = :failed and d.endpointId = :endpoint"
                                + " order by d.since",
                        UUID.class)
                .setParameter("failed", DeliveryState.FAILED)
                .setParameter("endpoint", endpointId)
                .setMaxResults(MOST)
                .getResultList());
    }

    private int again(List<UUID> ids) {
        return (int) ids.stream()
                .filter(id -> again(id) instanceof Outcome.Done<UUID>)
                .count();
    }

    /** A message to an endpoint, for who manages it. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<UUID> ofWebhook(UUID id) {
        return again(id);
    }

    private Outcome<UUID> again(UUID id) {
        Notification notification = em.find(Notification.class, id);
        NotificationDelivery delivery = em.find(NotificationDelivery.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (notification == null || delivery == null) {
            throw new NotFound("notification");
        }
        if (delivery.state() != DeliveryState.FAILED) {
            return Outcome.refused("not-failed", "Only a notification that failed can be sent again.");
        }
        if (notification.recipientId().equals(Outbox.NOBODY)) {
            return Outcome.refused(
                    "nobody", "There was nobody to send this to. Give somebody the role risk analyst and tell them.");
        }
        ledger.append(new NotificationTry(
                UUID.randomUUID(), id, delivery.tries(), TryOutcome.RESEND_ASKED, "asked for by a person"));
        delivery.again(mayBeOut(id), Instant.now(clock));
        return Outcome.done(id);
    }

    private boolean mayBeOut(UUID id) {
        return em.createQuery("select t from NotificationTry t where t.notificationId = :id", NotificationTry.class)
                .setParameter("id", id)
                .getResultStream()
                .anyMatch(tried -> tried.outcome().mayBeOut());
    }
}
