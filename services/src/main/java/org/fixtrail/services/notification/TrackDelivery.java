package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.notification.Channel;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationDelivery;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.notification.TryOutcome;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the record of one notification's tries, each step in a transaction of its own. A try begins by taking the row, for
 * which nodes compete; it holds it by a lease, so that a node that dies gives it back.
 */
@ApplicationScoped
@Transactional
public class TrackDelivery {
    private static final String TAKE = """
            select 1 from notification_delivery
            where organisation_id = current_organisation() and id = ?1 and due_at <= ?2
            for update skip locked
            """;
    private static final Duration WITHOUT_SERVER = Duration.ofSeconds(30);
    private static final String NO_SERVER = "no mail server is configured";

    private final EntityManager em;
    private final Ledger ledger;
    private final Clock clock;
    private final UnsubscribeLinks unsubscribe;
    private final Duration lease;
    private final WebhookBackoff webhooks;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /** @param leaseSeconds longer than any try can take; after it, a try without an outcome counts as lost */
    @Inject
    public TrackDelivery(
            EntityManager em,
            Ledger ledger,
            Clock clock,
            UnsubscribeLinks unsubscribe,
            @ConfigProperty(name = "fixtrail.mail.lease-seconds", defaultValue = "180") int leaseSeconds,
            @ConfigProperty(name = "fixtrail.webhook.give-up-hours", defaultValue = "72") int giveUpHours) {
        this.em = em;
        this.ledger = ledger;
        this.clock = clock;
        this.unsubscribe = unsubscribe;
        this.lease = Duration.ofSeconds(leaseSeconds);
        this.webhooks = new WebhookBackoff(Duration.ofHours(giveUpHours));
    }

    @SuppressWarnings("NullAway")
    protected TrackDelivery() {
        this(null, null, null, null, 180, 72);
    }

    /** A try that is on record as begun. */
    public record Attempt(int number, Mail mail) {}

    /** @return empty when another node took it, or it is not due any more */
    @Requires(Permission.OPERATE)
    public Optional<Attempt> begin(UUID id) {
        return take(id).map(delivery -> {
            noteLost(delivery);
            delivery.begin(Instant.now(clock).plus(lease));
            Notification notification = em.find(Notification.class, id);
            return new Attempt(delivery.tries(), mail(notification, delivery.mayHaveDoubled() > 0));
        });
    }

    @Requires(Permission.OPERATE)
    public void end(UUID id, int number, SendAnswer answer) {
        NotificationDelivery delivery = em.find(NotificationDelivery.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null) {
            throw new NotFound("notification");
        }
        boolean current = delivery.tries() == number && delivery.state() == DeliveryState.SENDING;
        if (answer instanceof SendAnswer.Taken taken) {
            record(id, number, TryOutcome.SENT, taken.by());
            delivery.sent(Instant.now(clock));
        } else if (answer instanceof SendAnswer.Refused refused) {
            record(id, number, refused.permanent() ? TryOutcome.REFUSED : TryOutcome.DEFERRED, refused.reply());
            if (current) {
                delivery.failed(refused.reply(), refused.permanent() ? null : next(delivery, number));
            }
        } else if (answer instanceof SendAnswer.Broken broken) {
            broken(delivery, number, broken, current);
        } else if (answer instanceof SendAnswer.NotReached away) {
            record(id, number, TryOutcome.NO_CONNECTION, away.reason());
            if (current) {
                delivery.failed(away.reason(), next(delivery, number));
            }
        }
    }

    private void broken(NotificationDelivery delivery, int number, SendAnswer.Broken broken, boolean current) {
        record(delivery.id(), number, broken.mayBeOut() ? TryOutcome.UNCLEAR : TryOutcome.BROKEN, broken.reason());
        if (current && broken.mayBeOut()) {
            delivery.unclear(broken.reason(), next(delivery, number));
        } else if (current) {
            delivery.failed(broken.reason(), next(delivery, number));
        }
    }

    /** The mail server is away; another node may have found the same at the same time. */
    @Requires(Permission.OPERATE)
    public void notConnected(UUID id, String reason) {
        take(id).ifPresent(delivery -> {
            noteLost(delivery);
            int number = delivery.tries() + 1;
            record(id, number, TryOutcome.NO_CONNECTION, reason);
            delivery.notConnected(reason, next(delivery, number));
        });
    }

    /** Nothing is tried and nothing is lost: it waits until there is a mail server. */
    @Requires(Permission.OPERATE)
    public void postpone(UUID id) {
        take(id).ifPresent(delivery ->
                delivery.postpone(NO_SERVER, Instant.now(clock).plus(WITHOUT_SERVER)));
    }

    private Optional<NotificationDelivery> take(UUID id) {
        boolean taken = !em.createNativeQuery(TAKE)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(Instant.now(clock)))
                .getResultList()
                .isEmpty();
        return taken ? Optional.ofNullable(em.find(NotificationDelivery.class, id)) : Optional.empty();
    }

    /** A try that began and has no outcome: the server stopped in between. */
    private void noteLost(NotificationDelivery delivery) {
        boolean open = delivery.state() == DeliveryState.SENDING
                && em.createQuery(
                                "select count(t) from NotificationTry t where t.notificationId = :id and t.number = :number",
                                Long.class)
                        .setParameter("id", delivery.id())
                        .setParameter("number", delivery.tries())
                        .getSingleResult()
                        .equals(0L);
        if (open) {
            record(delivery.id(), delivery.tries(), TryOutcome.LOST, "the server stopped during this try");
        }
    }

    private void record(UUID id, int number, TryOutcome outcome, String answer) {
        ledger.append(new NotificationTry(UUID.randomUUID(), id, number, outcome, answer));
    }

    private @Nullable Instant next(NotificationDelivery delivery, int tries) {
        Instant now = Instant.now(clock);
        Optional<Duration> wait = delivery.channel() == Channel.MAIL
                ? Backoff.after(tries)
                : webhooks.after(Duration.between(delivery.since(), now), random.nextDouble());
        return wait.map(now::plus).orElse(null);
    }

    private Mail mail(Notification notification, boolean repeat) {
        boolean digest = notification.kind().equals(Message.DIGEST);
        return new Mail(
                notification.recipient(),
                notification.subject(),
                notification.bodyText(),
                notification.bodyHtml(),
                notification.recordedAt(),
                notification.messageId(),
                notification.threadId(),
                digest
                        ? unsubscribe
                                .of(notification.organisationId(), notification.recipientId())
                                .orElse(null)
                        : null,
                repeat);
    }
}
