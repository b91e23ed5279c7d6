package org.fixtrail.domain.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** The second person on a {@link FactSheet} or {@link Waiver} that waits; the first of its kind decides. */
@Entity
@Table(name = "countersignature")
public class Countersignature extends Act {
    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "confirmed")
    private boolean confirmed;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected Countersignature() {}

    /**
     * @param subject what waits
     * @param confirmed false to decline it
     */
    public Countersignature(UUID id, Act subject, boolean confirmed, String reason) {
        super(id);
        this.subjectId = subject.id();
        this.failureId = subject.failureId();
        this.systemId = subject.systemId();
        this.confirmed = confirmed;
        this.reason = reason;
    }

    public UUID subjectId() {
        return subjectId;
    }

    @Override
    public @Nullable UUID failureId() {
        return failureId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public boolean confirmed() {
        return confirmed;
    }

    public String reason() {
        return reason;
    }

    @Override
    public ActType type() {
        return ActType.COUNTERSIGNED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("subjectId", subjectId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("confirmed", confirmed)
                .and("reason", reason)
                .map();
    }
}
