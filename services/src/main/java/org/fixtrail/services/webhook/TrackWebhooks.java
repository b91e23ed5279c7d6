package org.fixtrail.services.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.webhook.WebhookChange;
import org.fixtrail.domain.webhook.WebhookEndpoint;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrackDelivery;

/** The record of a message's tries, each step in a transaction of its own, with what it means for the endpoint. */
@ApplicationScoped
@Transactional
public class TrackWebhooks {
    private final EntityManager em;
    private final TrackDelivery track;
    private final WebhookSecrets secrets;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    TrackWebhooks(EntityManager em, TrackDelivery track, WebhookSecrets secrets, Ledger ledger, Clock clock) {
        this.em = em;
        this.track = track;
        this.secrets = secrets;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected TrackWebhooks() {
        this(null, null, null, null, null);
    }

    /** @return empty when another node took it, or it is not due any more */
    @Requires(Permission.OPERATE)
    public Optional<WebhookPost> begin(UUID notificationId, UUID endpointId) {
        return track.begin(notificationId).map(attempt -> {
            WebhookEndpoint endpoint = em.find(WebhookEndpoint.class, endpointId);
            if (endpoint == null) {
                throw new NotFound("webhook");
            }
            List<WebhookSecret> signing = endpoint.isOn() ? secrets.signingAt(endpoint, Instant.now(clock)) : List.of();
            // to where it was meant to go, also if the endpoint has moved since
            return new WebhookPost(
                    notificationId,
                    attempt.number(),
                    endpointId,
                    URI.create(attempt.mail().recipient()),
                    attempt.mail().messageId(),
                    attempt.mail().text(),
                    signing);
        });
    }

    /** An endpoint that says that it is gone for good is switched off. */
    @Requires(Permission.OPERATE)
    public void end(WebhookPost post, SendAnswer answer) {
        track.end(post.notificationId(), post.number(), answer);
        if (answer instanceof SendAnswer.Refused refused && refused.permanent()) {
            WebhookEndpoint endpoint =
                    em.find(WebhookEndpoint.class, post.endpointId(), LockModeType.PESSIMISTIC_WRITE);
            if (endpoint.isOn()) {
                endpoint.switchOff("It answered that it is gone for good (410).");
                ledger.append(new WebhookChange(
                        UUID.randomUUID(), endpoint, WebhookChange.What.SWITCHED_OFF, "answered 410 Gone"));
            }
        }
    }
}
