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

/** A version of an AI system. */
@Entity
@Table(name = "system_version")
public class SystemVersion extends Act {
    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "name")
    private String name;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Column(name = "note")
    private String note;

    @SuppressWarnings("NullAway.Init")
    protected SystemVersion() {}

    public SystemVersion(UUID id, UUID systemId, String name, Instant releasedAt, String note) {
        super(id);
        this.systemId = systemId;
        this.name = name;
        this.releasedAt = Moments.toMicros(releasedAt);
        this.note = note;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public String name() {
        return name;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    public String note() {
        return note;
    }

    @Override
    public ActType type() {
        return ActType.VERSION_ADDED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("systemId", systemId)
                .and("name", name)
                .and("releasedAt", releasedAt)
                .and("note", note)
                .map();
    }
}
