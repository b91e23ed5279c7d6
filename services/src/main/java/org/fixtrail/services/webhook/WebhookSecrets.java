package org.fixtrail.services.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.webhook.WebhookEndpoint;
import org.fixtrail.services.access.SecretBox;

/** The secrets of endpoints as they are kept: encrypted by the key of the installation. */
@ApplicationScoped
class WebhookSecrets {
    private final SecretBox box;

    @Inject
    WebhookSecrets(SecretBox box) {
        this.box = box;
    }

    @SuppressWarnings("NullAway")
    protected WebhookSecrets() {
        this(null);
    }

    /** Without a key of the installation there can be no webhooks. */
    boolean canBeKept() {
        return box.isThere();
    }

    byte[] closed(WebhookSecret secret, UUID endpointId) {
        return box.close(secret.bytes(), endpointId);
    }

    /** The newest first. */
    List<WebhookSecret> signingAt(WebhookEndpoint endpoint, Instant now) {
        List<WebhookSecret> signing = new ArrayList<>();
        signing.add(WebhookSecret.of(box.open(endpoint.secret(), endpoint.id())));
        byte[] previous = endpoint.previousSecretAt(now);
        if (previous != null) {
            signing.add(WebhookSecret.of(box.open(previous, endpoint.id())));
        }
        return signing;
    }
}
