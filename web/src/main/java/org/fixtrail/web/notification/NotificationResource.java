package org.fixtrail.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.notification.Channel;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.services.notification.FindNotifications;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** The outbox. */
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Notifications")
public class NotificationResource {
    @Inject
    private FindNotifications find;

    /**
     * A notification and where it stands.
     *
     * @param recipient the mail address, or the address that is called
     */
    public record NotificationJson(
            UUID id,
            Channel channel,
            String kind,
            String recipient,
            String subject,
            Instant queuedAt,
            DeliveryState state,
            int tries,
            int mayHaveDoubled,
            @Nullable Instant sentAt,
            @Nullable String lastError) {
        static NotificationJson of(FindNotifications.NotificationRow row) {
            return new NotificationJson(
                    row.notification().id(),
                    row.delivery().channel(),
                    row.notification().kind(),
                    row.notification().recipient(),
                    row.notification().subject(),
                    row.notification().recordedAt(),
                    row.delivery().state(),
                    row.delivery().tries(),
                    row.delivery().mayHaveDoubled(),
                    row.delivery().sentAt(),
                    row.delivery().lastError());
        }
    }

    @GET
    @Operation(summary = "List notifications by mail and webhook: what was sent, what failed and why")
    public PageJson<NotificationJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("failure") @Nullable String failure,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        DeliveryState wanted = Params.choice("state", DeliveryState.class, state);
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(
                find.list(
                                wanted == null ? List.of() : List.of(wanted),
                                Params.choice("channel", Channel.class, channel),
                                Params.failureIdOrNull("failure", failure),
                                page)
                        .map(NotificationJson::of),
                page);
    }
}
