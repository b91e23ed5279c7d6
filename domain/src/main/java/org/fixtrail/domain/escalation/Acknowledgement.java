package org.fixtrail.domain.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** Somebody said that they know of one news of a clock, so that it goes up no further. Later news of the clock goes up anew. */
@Entity
@Table(name = "acknowledgement")
public class Acknowledgement extends Act {
    @Column(name = "clock_id")
    private UUID clockId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "event_id")
    private UUID eventId;

    @Enumerated(EnumType.STRING)
    @Column(name = "news")
    private ClockChange news;

    @SuppressWarnings("NullAway.Init")
    protected Acknowledgement() {}

    /** @param of what is acknowledged */
    public Acknowledgement(UUID id, Escalation of, UUID systemId) {
        super(id);
        this.clockId = of.clockId();
        this.failureId = of.failureId();
        this.systemId = systemId;
        this.eventId = of.id();
        this.news = of.news();
    }

    public UUID clockId() {
        return clockId;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    /** The event of the clock that was told of. */
    public UUID eventId() {
        return eventId;
    }

    public ClockChange news() {
        return news;
    }

    @Override
    public ActType type() {
        return ActType.NEWS_ACKNOWLEDGED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("clockId", clockId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("eventId", eventId)
                .and("news", news)
                .map();
    }
}
