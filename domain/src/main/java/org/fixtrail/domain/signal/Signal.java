package org.fixtrail.domain.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/** One thing that a deployment reported. Where it names a failure, it is an occurrence of it. */
@Entity
@Table(name = "signal")
public class Signal {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "batch_id")
    private UUID batchId;

    @Column(name = "position")
    private int position;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "source")
    private String source;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "type")
    private String type;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "version")
    private @Nullable String version;

    @Column(name = "fingerprint")
    private @Nullable String fingerprint;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "cycle")
    private @Nullable Integer cycle;

    @Column(name = "data")
    private String data;

    @SuppressWarnings("NullAway.Init")
    protected Signal() {}

    public Signal(
            UUID id,
            UUID organisationId,
            UUID batchId,
            int position,
            UUID systemId,
            String source,
            String eventId,
            String type,
            Instant occurredAt,
            @Nullable String version,
            @Nullable String fingerprint,
            @Nullable UUID failureId,
            @Nullable Integer cycle,
            String data) {
        this.id = id;
        this.organisationId = organisationId;
        this.batchId = batchId;
        this.position = position;
        this.systemId = systemId;
        this.source = source;
        this.eventId = eventId;
        this.type = type;
        this.occurredAt = Moments.toMicros(occurredAt);
        this.version = version;
        this.fingerprint = fingerprint;
        this.failureId = failureId;
        this.cycle = cycle;
        this.data = data;
    }

    /** The hash by which the batch's root covers this signal; its random id keeps it from being guessed. */
    public Sha256 leaf() {
        return Sha256.leaf(CanonicalJson.bytes(Content.with("id", id)
                .and("position", position)
                .and("systemId", systemId)
                .and("source", source)
                .and("eventId", eventId)
                .and("type", type)
                .and("occurredAt", occurredAt)
                .and("version", version)
                .and("fingerprint", fingerprint)
                .and("failureId", failureId)
                .and("cycle", cycle)
                .and("data", data)
                .map()));
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID batchId() {
        return batchId;
    }

    public String source() {
        return source;
    }

    public String eventId() {
        return eventId;
    }

    public String type() {
        return type;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public @Nullable String version() {
        return version;
    }

    public @Nullable UUID failureId() {
        return failureId;
    }

    public @Nullable Integer cycle() {
        return cycle;
    }

    public String data() {
        return data;
    }
}
