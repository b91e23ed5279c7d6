package org.fixtrail.services.webhook;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to an endpoint, its attempt on record.
 *
 * @param number of the attempt, from 1
 * @param id the same at each attempt, so that receivers can tell a repeat
 * @param secrets all that sign now, the newest first; none if there is an obstacle
 * @param obstacle why it cannot be sent, or null
 */
record WebhookPost(
        UUID notificationId,
        int number,
        UUID endpointId,
        URI address,
        String id,
        String body,
        List<WebhookSecret> secrets,
        @Nullable String obstacle) {

    WebhookPost {
        secrets = List.copyOf(secrets);
    }
}
