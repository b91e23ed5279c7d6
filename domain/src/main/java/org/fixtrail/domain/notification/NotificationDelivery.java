package org.fixtrail.domain.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a notification stands; what was tried is in {@link NotificationTry}. */
@Entity
@Table(name = "notification_delivery")
public class NotificationDelivery {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Channel channel;

    @Column(name = "endpoint_id")
    private @Nullable UUID endpointId;

    @Column(name = "since")
    private Instant since;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeliveryState state;

    @Column(name = "tries")
    private int tries;

    @Column(name = "may_have_doubled")
    private int mayHaveDoubled;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected NotificationDelivery() {}

    /** @param endpointId where it goes by webhook, null for mail */
    @SuppressWarnings("NullAway.Init")
    private NotificationDelivery(
            UUID id, UUID organisationId, Channel channel, @Nullable UUID endpointId, Instant now) {
        this.id = id;
        this.organisationId = organisationId;
        this.channel = channel;
        this.endpointId = endpointId;
        this.since = now;
        this.state = DeliveryState.PENDING;
        this.dueAt = now;
    }

    public static NotificationDelivery ofMail(UUID id, UUID organisationId, Instant now) {
        return new NotificationDelivery(id, organisationId, Channel.MAIL, null, now);
    }

    public static NotificationDelivery ofWebhook(UUID id, UUID organisationId, UUID endpointId, Instant now) {
        return new NotificationDelivery(id, organisationId, Channel.WEBHOOK, endpointId, now);
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public Channel channel() {
        return channel;
    }

    /** The endpoint that it goes to by webhook; null for mail. */
    public @Nullable UUID endpointId() {
        return endpointId;
    }

    /** Since when it is tried: queued, or asked for again. */
    public Instant since() {
        return since;
    }

    public DeliveryState state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    public int mayHaveDoubled() {
        return mayHaveDoubled;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    /**
     * A try begins. Where the try before never ended, the server died during it: the mail may be out already, and this one
     * may be its double.
     */
    public void begin(Instant leaseUntil) {
        if (state == DeliveryState.SENDING) {
            mayHaveDoubled++;
        }
        state = DeliveryState.SENDING;
        tries++;
        dueAt = leaseUntil;
    }

    public void sent(Instant now) {
        state = DeliveryState.SENT;
        sentAt = sentAt == null ? now : sentAt;
        dueAt = null;
        lastError = null;
    }

    /** @param next when to try again, or null to give up */
    public void failed(String error, @Nullable Instant next) {
        state = next == null ? DeliveryState.FAILED : DeliveryState.PENDING;
        dueAt = next;
        lastError = error;
    }

    /**
     * The mail may be out or not: the server took the data and its answer never came. The state stays as after a crash, so
     * that the next try counts as a possible double.
     *
     * @param next when to try again, or null to give up
     */
    public void unclear(String error, @Nullable Instant next) {
        state = next == null ? DeliveryState.FAILED : DeliveryState.SENDING;
        dueAt = next;
        lastError = error;
    }

    /**
     * No connection came about, so that nothing can have gone out by this try.
     *
     * @param next when to try again, or null to give up
     */
    public void notConnected(String error, @Nullable Instant next) {
        tries++;
        state = next == null ? DeliveryState.FAILED : state;
        dueAt = next;
        lastError = error;
    }

    /** Waits without a try: nothing is there to try it with. */
    public void postpone(String why, Instant next) {
        dueAt = next;
        lastError = why;
    }

    /**
     * Somebody wants a failed one tried again.
     *
     * @param mayBeOut whether an earlier try may have sent it
     */
    public void again(boolean mayBeOut, Instant now) {
        since = now;
        state = mayBeOut ? DeliveryState.SENDING : DeliveryState.PENDING;
        dueAt = now;
    }
}
