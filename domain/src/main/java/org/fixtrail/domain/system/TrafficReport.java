package org.fixtrail.domain.system;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** How many interactions an AI system had between two moments. */
@Entity
@Table(name = "traffic_report")
public class TrafficReport extends Act {
    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "from_at")
    private Instant fromAt;

    @Column(name = "to_at")
    private Instant toAt;

    @Column(name = "interactions")
    private long interactions;

    @Column(name = "source")
    private String source;

    @SuppressWarnings("NullAway.Init")
    protected TrafficReport() {}

    public TrafficReport(UUID id, UUID systemId, Instant fromAt, Instant toAt, long interactions, String source) {
        super(id);
        this.systemId = systemId;
        this.fromAt = Moments.toMicros(fromAt);
        this.toAt = Moments.toMicros(toAt);
        this.interactions = interactions;
        this.source = source;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public Instant fromAt() {
        return fromAt;
    }

    public Instant toAt() {
        return toAt;
    }

    public long interactions() {
        return interactions;
    }

    public String source() {
        return source;
    }

    @Override
    public ActType type() {
        return ActType.TRAFFIC_REPORTED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("systemId", systemId)
                .and("fromAt", fromAt)
                .and("toAt", toAt)
                .and("interactions", interactions)
                .and("source", source)
                .map();
    }
}
