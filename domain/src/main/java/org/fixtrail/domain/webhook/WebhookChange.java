package org.fixtrail.domain.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** Something that was done to an endpoint; holds how it is after it, but never a secret. */
@Entity
@Table(name = "webhook_change")
public class WebhookChange extends Act {
    /** What was done. */
    public enum What {
        ADDED,
        CHANGED,
        /** It got another secret. */
        ROTATED,
        SWITCHED_OFF,
        SWITCHED_ON
    }

    @Column(name = "endpoint_id")
    private UUID endpointId;

    @Enumerated(EnumType.STRING)
    @Column(name = "what")
    private What what;

    @Column(name = "address")
    private String address;

    @Column(name = "events")
    private String events;

    @Column(name = "description")
    private String description;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected WebhookChange() {}

    /** @param reason may be empty */
    public WebhookChange(UUID id, WebhookEndpoint endpoint, What what, String reason) {
        super(id);
        this.endpointId = endpoint.id();
        this.what = what;
        this.address = endpoint.address().toString();
        this.events = endpoint.events().stream().map(WebhookEvent::type).collect(Collectors.joining(","));
        this.description = endpoint.description();
        this.reason = reason;
    }

    public UUID endpointId() {
        return endpointId;
    }

    public What what() {
        return what;
    }

    public String reason() {
        return reason;
    }

    @Override
    public ActType type() {
        return ActType.WEBHOOK_CHANGED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("endpointId", endpointId)
                .and("what", what)
                .and("address", address)
                .and("events", events)
                .and("description", description)
                .and("reason", reason)
                .map();
    }
}
