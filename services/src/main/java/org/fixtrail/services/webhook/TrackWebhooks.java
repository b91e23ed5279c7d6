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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.webhook.WebhookChange;
import org.fixtrail.domain.webhook.WebhookEndpoint;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrackDelivery;
import org.jspecify.annotations.Nullable;

/** The record of a message's tries, each step in a transaction of its own, with what it means for the endpoint. */
@ApplicationScoped
@Transactional
public class TrackWebhooks {
    private static final Logger LOG = Logger.getLogger(TrackWebhooks.class.getName());

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
            WebhookEndpoint endpoint = found(em.find(WebhookEndpoint.class, endpointId));
            Optional<List<WebhookSecret>> signing = signing(endpoint);
            // to where it was meant to go, also if the endpoint has moved since
            return new WebhookPost(
                    notificationId,
                    attempt.number(),
                    endpointId,
                    URI.create(attempt.mail().recipient()),
                    attempt.mail().messageId(),
                    attempt.mail().text(),
                    signing.orElse(List.of()),
                    obstacle(endpoint, signing.isPresent()));
        });
    }

    /** Empty if the secret cannot be read. */
    private Optional<List<WebhookSecret>> signing(WebhookEndpoint endpoint) {
        try {
            return Optional.of(secrets.signingAt(endpoint, Instant.now(clock)));
        } catch (IllegalStateException e) {
            LOG.log(Level.SEVERE, e, () -> "the secret of webhook " + endpoint.id() + " cannot be read");
            return Optional.empty();
        }
    }

    private static @Nullable String obstacle(WebhookEndpoint endpoint, boolean signed) {
        if (!endpoint.isOn()) {
            return "this webhook is switched off";
        }
        return signed ? null : "the secret of this webhook cannot be read any more: make a new one";
    }

    @Requires(Permission.OPERATE)
    public void end(UUID notificationId, int number, SendAnswer answer) {
        track.end(notificationId, number, answer);
    }

    /** An endpoint that says that it is gone for good is switched off. */
    @Requires(Permission.OPERATE)
    public void gone(UUID endpointId) {
        WebhookEndpoint endpoint = found(em.find(WebhookEndpoint.class, endpointId, LockModeType.PESSIMISTIC_WRITE));
        if (endpoint.isOn()) {
            endpoint.switchOff("It answered that it is gone for good (410).");
            ledger.append(new WebhookChange(
                    UUID.randomUUID(), endpoint, WebhookChange.What.SWITCHED_OFF, "answered 410 Gone"));
        }
    }

    private static WebhookEndpoint found(@Nullable WebhookEndpoint endpoint) {
        if (endpoint == null) {
            throw new NotFound("webhook");
        }
        return endpoint;
    }
}
