package org.fixtrail.services.webhook;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationDelivery;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.webhook.WebhookChange;
import org.fixtrail.domain.webhook.WebhookEndpoint;
import org.fixtrail.domain.webhook.WebhookEvent;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.notification.ResendNotification;
import org.jspecify.annotations.Nullable;

/** Keeps the endpoints of the organisation's own programs. Every change is on record, without the secret. */
@ApplicationScoped
@Transactional
public class ManageWebhooks {
    public static final int MOST_OVERLAP_HOURS = 168;

    private static final int MOST = 20;
    private static final int LOG_LINES = 50;
    private static final int WORDS = 500;

    private final EntityManager em;
    private final WebhookAddresses addresses;
    private final WebhookSecrets secrets;
    private final Webhooks webhooks;
    private final ResendNotification resend;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    ManageWebhooks(
            EntityManager em,
            WebhookAddresses addresses,
            WebhookSecrets secrets,
            Webhooks webhooks,
            ResendNotification resend,
            Ledger ledger,
            Clock clock) {
        this.em = em;
        this.addresses = addresses;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.resend = resend;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ManageWebhooks() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * An endpoint as it stands.
     *
     * @param offReason why it is switched off, or null
     * @param previousUntil until when the secret before signs, too, or null
     * @param failed how many messages were given up
     */
    public record WebhookRow(
            UUID id,
            String address,
            String description,
            List<WebhookEvent> events,
            @Nullable String offReason,
            @Nullable Instant previousUntil,
            long failed) {}

    /** A secret that is shown this once. */
    public record ShownSecret(UUID endpointId, String text) {
        /** Without the secret, so that none reaches a log. */
        @Override
        public String toString() {
            return "ShownSecret[hidden]";
        }
    }

    /**
     * A message and what became of it; what was said of whom stays with those who may see the record.
     *
     * @param answer what the endpoint said to the last try: status and first bytes, or empty
     */
    public record LogLine(
            UUID id,
            String type,
            Instant queuedAt,
            DeliveryState state,
            int tries,
            int mayHaveDoubled,
            String answer) {}

    /** By description. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public List<WebhookRow> list() {
        Instant now = Instant.now(clock);
        Map<UUID, Long> failed = failed();
        return em.createQuery("select e from WebhookEndpoint e order by e.description, e.id", WebhookEndpoint.class)
                .getResultStream()
                .map(endpoint -> new WebhookRow(
                        endpoint.id(),
                        endpoint.address().toString(),
                        endpoint.description(),
                        List.copyOf(endpoint.events()),
                        endpoint.offReason(),
                        endpoint.previousSecretAt(now) == null ? null : endpoint.previousUntil(),
                        failed.getOrDefault(endpoint.id(), 0L)))
                .toList();
    }

    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<ShownSecret> add(NewWebhook wanted) {
        if (!secrets.canBeKept()) {
            return Outcome.refused(
                    "no-secret-key",
                    "This installation cannot keep secrets: its operator must set FIXTRAIL_SECRET_KEY.");
        }
        List<FieldProblem> problems = wanted.problems(addresses);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        long there = em.createQuery("select count(e) from WebhookEndpoint e", Long.class)
                .getSingleResult();
        if (there >= MOST) {
            return Outcome.refused("too-many", "There are " + MOST + " webhooks already: change one of them.");
        }
        UUID id = UUID.randomUUID();
        WebhookSecret secret = WebhookSecret.random();
        WebhookEndpoint endpoint = new WebhookEndpoint(
                id,
                CallerContext.get().organisationId(),
                URI.create(wanted.address()),
                wanted.events(),
                wanted.description(),
                secrets.closed(secret, id),
                Moments.toMicros(Instant.now(clock)));
        em.persist(endpoint);
        note(endpoint, WebhookChange.What.ADDED, "");
        return Outcome.done(new ShownSecret(id, secret.text()));
    }

    /** Messages that wait go to where they were meant to go. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<UUID> change(UUID id, NewWebhook wanted) {
        List<FieldProblem> problems = wanted.problems(addresses);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        WebhookEndpoint endpoint = locked(id);
        endpoint.change(URI.create(wanted.address()), wanted.events(), wanted.description());
        note(endpoint, WebhookChange.What.CHANGED, "");
        return Outcome.done(id);
    }

    /** @param overlapHours how long the old secret signs beside the new one, 0 to 168 */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<ShownSecret> rotate(UUID id, int overlapHours) {
        if (overlapHours < 0 || overlapHours > MOST_OVERLAP_HOURS) {
            return Outcome.invalid("overlapHours", "must be from 0 to " + MOST_OVERLAP_HOURS);
        }
        WebhookEndpoint endpoint = locked(id);
        WebhookSecret secret = WebhookSecret.random();
        Instant until = Moments.toMicros(Instant.now(clock)).plus(Duration.ofHours(overlapHours));
        endpoint.rotate(secrets.closed(secret, id), until);
        note(endpoint, WebhookChange.What.ROTATED, "the secret before signs until " + until);
        return Outcome.done(new ShownSecret(id, secret.text()));
    }

    /** What waits for it is given up, and can be sent again once it is on. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<UUID> switchOff(UUID id, String reason) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > WORDS) {
            return Outcome.invalid("reason", "must have 1 to " + WORDS + " characters");
        }
        WebhookEndpoint endpoint = locked(id);
        if (!endpoint.isOn()) {
            return Outcome.refused("is-off", "It is switched off already.");
        }
        endpoint.switchOff(words);
        note(endpoint, WebhookChange.What.SWITCHED_OFF, words);
        return Outcome.done(id);
    }

    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<UUID> switchOn(UUID id) {
        WebhookEndpoint endpoint = locked(id);
        if (endpoint.isOn()) {
            return Outcome.refused("is-on", "It is switched on already.");
        }
        endpoint.switchOn();
        note(endpoint, WebhookChange.What.SWITCHED_ON, "");
        return Outcome.done(id);
    }

    /** Sends a test, whatever events were chosen. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<UUID> test(UUID id) {
        WebhookEndpoint endpoint = locked(id);
        if (!endpoint.isOn()) {
            return Outcome.refused("is-off", "It is switched off: switch it on first.");
        }
        webhooks.test(endpoint, Instant.now(clock));
        return Outcome.done(id);
    }

    /** The last ones, newest first. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public List<LogLine> log(UUID id) {
        List<Object[]> rows = em.createQuery(
                        "select n, d from Notification n, NotificationDelivery d where n.id = d.id and d.endpointId = :id"
                                + " order by n.recordedAt desc, n.id",
                        Object[].class)
                .setParameter("id", id)
                .setMaxResults(LOG_LINES)
                .getResultList();
        Map<UUID, String> answers =
                answers(rows.stream().map(row -> ((Notification) row[0]).id()).toList());
        return rows.stream()
                .map(row -> line((Notification) row[0], (NotificationDelivery) row[1], answers))
                .toList();
    }

    /** What came of the last try of each; nothing for those that were not tried. */
    private Map<UUID, String> answers(List<UUID> notifications) {
        return notifications.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select t from NotificationTry t where t.notificationId in :ids and t.leaf ="
                                        + " (select max(l.leaf) from NotificationTry l where l.notificationId = t.notificationId)",
                                NotificationTry.class)
                        .setParameter("ids", notifications)
                        .getResultStream()
                        .collect(toMap(
                                NotificationTry::notificationId,
                                last -> last.outcome().label() + ": " + last.answer()));
    }

    private static LogLine line(Notification notification, NotificationDelivery delivery, Map<UUID, String> answers) {
        return new LogLine(
                notification.id(),
                notification.kind(),
                notification.recordedAt(),
                delivery.state(),
                delivery.tries(),
                delivery.mayHaveDoubled(),
                answers.getOrDefault(notification.id(), ""));
    }

    /** Sends one again that was given up. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<UUID> resend(UUID notificationId) {
        NotificationDelivery delivery = em.find(NotificationDelivery.class, notificationId);
        if (delivery == null || delivery.endpointId() == null) {
            throw new NotFound("message");
        }
        return resend.ofWebhook(notificationId);
    }

    /** Sends all again that were given up, and answers how many. */
    @Requires(Permission.MANAGE_WEBHOOKS)
    public Outcome<Integer> resendAll(UUID id) {
        if (!locked(id).isOn()) {
            return Outcome.refused("is-off", "It is switched off: switch it on first.");
        }
        return Outcome.done(resend.allOf(id));
    }

    /** How many messages were given up, by endpoint; none for an endpoint without. */
    private Map<UUID, Long> failed() {
        return em.createQuery(
                        "select d.endpointId, count(d) from NotificationDelivery d where d.endpointId is not null"
                                + " and d.state = :failed group by d.endpointId",
                        Object[].class)
                .setParameter("failed", DeliveryState.FAILED)
                .getResultStream()
                .collect(toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    private WebhookEndpoint locked(UUID id) {
        WebhookEndpoint endpoint = em.find(WebhookEndpoint.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (endpoint == null) {
            throw new NotFound("webhook");
        }
        return endpoint;
    }

    private void note(WebhookEndpoint endpoint, WebhookChange.What what, String reason) {
        ledger.append(new WebhookChange(UUID.randomUUID(), endpoint, what, reason));
    }
}
