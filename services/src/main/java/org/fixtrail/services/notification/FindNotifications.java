package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.notification.Channel;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationDelivery;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The outbox as people see it: what was sent, what was not, and why. */
@ApplicationScoped
@Transactional
public class FindNotifications {
    private final EntityManager em;

    @Inject
    public FindNotifications(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected FindNotifications() {
        this(null);
    }

    /** A notification and where it stands. */
    public record NotificationRow(Notification notification, NotificationDelivery delivery) {}

    /** One notification with all that was tried, in order. */
    public record NotificationView(NotificationRow row, List<NotificationTry> tries) {}

    /**
     * @param states only these, or empty for all
     * @param channel only of this, or null for both
     * @param failureId only those of one failure, or null for all
     * @param page sorts by queuedAt, recipient, state, sentAt or dueAt
     */
    @Requires(Permission.VIEW_RECORD)
    public Page<NotificationRow> list(
            Collection<DeliveryState> states, @Nullable Channel channel, @Nullable UUID failureId, PageRequest page) {
        CriteriaBuilder build = em.getCriteriaBuilder();
        CriteriaQuery<Object[]> query = build.createQuery(Object[].class);
        Root<Notification> notification = query.from(Notification.class);
        Root<NotificationDelivery> delivery = query.from(NotificationDelivery.class);
        query.multiselect(notification, delivery)
                .where(filter(build, notification, delivery, states, channel, failureId));
        Expression<?> sort = sort(page, notification, delivery);
        query.orderBy(page.descending() ? build.desc(sort) : build.asc(sort), build.asc(notification.get("id")));
        List<NotificationRow> rows = em.createQuery(query)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultStream()
                .map(row -> new NotificationRow((Notification) row[0], (NotificationDelivery) row[1]))
                .toList();
        return new Page<>(rows, count(build, states, channel, failureId));
    }

    @Requires(Permission.VIEW_RECORD)
    public NotificationView one(UUID id) {
        Notification notification = em.find(Notification.class, id);
        NotificationDelivery delivery = em.find(NotificationDelivery.class, id);
        if (notification == null || delivery == null) {
            throw new NotFound("notification");
        }
        List<NotificationTry> tries = em.createQuery(
                        "select t from NotificationTry t where t.notificationId = :id order by t.leaf",
                        NotificationTry.class)
                .setParameter("id", id)
                .getResultList();
        return new NotificationView(new NotificationRow(notification, delivery), tries);
    }

    private long count(
            CriteriaBuilder build,
            Collection<DeliveryState> states,
            @Nullable Channel channel,
            @Nullable UUID failureId) {
        CriteriaQuery<Long> query = build.createQuery(Long.class);
        Root<Notification> notification = query.from(Notification.class);
        Root<NotificationDelivery> delivery = query.from(NotificationDelivery.class);
        query.select(build.count(delivery)).where(filter(build, notification, delivery, states, channel, failureId));
        return em.createQuery(query).getSingleResult();
    }

    private static Predicate[] filter(
            CriteriaBuilder build,
            Root<Notification> notification,
            Root<NotificationDelivery> delivery,
            Collection<DeliveryState> states,
            @Nullable Channel channel,
            @Nullable UUID failureId) {
        List<Predicate> all = new ArrayList<>();
        all.add(build.equal(notification.get("id"), delivery.get("id")));
        if (!states.isEmpty()) {
            all.add(delivery.get("state").in(states));
        }
        if (channel != null) {
            all.add(build.equal(delivery.get("channel"), channel));
        }
        if (failureId != null) {
            all.add(build.equal(notification.get("failureId"), failureId));
        }
        return all.toArray(new Predicate[0]);
    }

    private static Expression<?> sort(
            PageRequest page, Root<Notification> notification, Root<NotificationDelivery> delivery) {
        String name = page.sort() == null ? "" : page.sort();
        return switch (name) {
            case "recipient" -> notification.get("recipient");
            case "state" -> delivery.get("state");
            case "sentAt" -> delivery.get("sentAt");
            case "dueAt" -> delivery.get("dueAt");
            default -> notification.get("recordedAt");
        };
    }
}
