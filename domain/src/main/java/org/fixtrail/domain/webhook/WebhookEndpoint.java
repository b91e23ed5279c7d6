package org.fixtrail.domain.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address that is called when something happens; its changes are {@link WebhookChange}s. */
@Entity
@Table(name = "webhook_endpoint")
public class WebhookEndpoint {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "address")
    private String address;

    @Column(name = "events")
    private String events;

    @Column(name = "description")
    private String description;

    @Column(name = "secret")
    private byte[] secret;

    @Column(name = "previous_secret")
    private byte @Nullable [] previousSecret;

    @Column(name = "previous_until")
    private @Nullable Instant previousUntil;

    @Column(name = "off_reason")
    private @Nullable String offReason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected WebhookEndpoint() {}

    /** @param secret encrypted */
    @SuppressWarnings("NullAway.Init")
    public WebhookEndpoint(
            UUID id,
            UUID organisationId,
            URI address,
            Collection<WebhookEvent> events,
            String description,
            byte[] secret,
            Instant createdAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.secret = secret.clone();
        this.createdAt = createdAt;
        change(address, events, description);
    }

    public final void change(URI newAddress, Collection<WebhookEvent> newEvents, String newDescription) {
        address = newAddress.toString();
        events = newEvents.stream().sorted().map(WebhookEvent::name).collect(Collectors.joining(","));
        description = newDescription;
    }

    /**
     * The new secret signs from now on, and the old one beside it for some time, so that receivers can change over.
     *
     * @param newSecret encrypted
     */
    public void rotate(byte[] newSecret, Instant oldUntil) {
        previousSecret = secret;
        previousUntil = oldUntil;
        secret = newSecret.clone();
    }

    public void switchOff(String reason) {
        offReason = reason;
    }

    public void switchOn() {
        offReason = null;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public URI address() {
        return URI.create(address);
    }

    public Set<WebhookEvent> events() {
        return events.isEmpty()
                ? EnumSet.noneOf(WebhookEvent.class)
                : Arrays.stream(events.split(","))
                        .map(WebhookEvent::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class)));
    }

    public String description() {
        return description;
    }

    /** Encrypted. */
    public byte[] secret() {
        return secret.clone();
    }

    /** The one before it, encrypted, while it still signs; else null. */
    public byte @Nullable [] previousSecretAt(Instant now) {
        boolean signs = previousSecret != null && previousUntil != null && now.isBefore(previousUntil);
        return signs && previousSecret != null ? previousSecret.clone() : null;
    }

    /** Until when the secret before signs, too; null if there was none. */
    public @Nullable Instant previousUntil() {
        return previousUntil;
    }

    public boolean isOn() {
        return offReason == null;
    }

    /** Why it is switched off, or null. */
    public @Nullable String offReason() {
        return offReason;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
