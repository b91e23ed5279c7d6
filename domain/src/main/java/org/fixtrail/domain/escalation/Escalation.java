package org.fixtrail.domain.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.jspecify.annotations.Nullable;

/**
 * How far one news of a clock has gone up: a warning, that it is overdue, or a breach. At most one of a clock goes up at a time. No act: who
 * was told is on record with each mail, and who acknowledged it in {@link Acknowledgement}.
 */
@Entity
@Table(name = "escalation")
public class Escalation {
    /** That of the event of the clock. */
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "clock_id")
    private UUID clockId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Enumerated(EnumType.STRING)
    @Column(name = "news")
    private ClockChange news;

    @Enumerated(EnumType.STRING)
    @Column(name = "step")
    private EscalationStep step;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "since")
    private Instant since;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended")
    private @Nullable EscalationEnd ended;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Escalation() {}

    /** @param ownerId who is told first, or null where that is the team */
    @SuppressWarnings("NullAway.Init")
    public Escalation(UUID organisationId, ClockEvent event, @Nullable UUID ownerId, Instant now) {
        this.id = event.id();
        this.organisationId = organisationId;
        this.clockId = event.clockId();
        this.failureId = event.failureId();
        this.news = event.what();
        this.step = ownerId == null ? EscalationStep.TEAM : EscalationStep.OWNER;
        this.ownerId = ownerId;
        this.since = now;
    }

    public UUID id() {
        return id;
    }

    public UUID clockId() {
        return clockId;
    }

    public UUID failureId() {
        return failureId;
    }

    public ClockChange news() {
        return news;
    }

    /** The last that was told. */
    public EscalationStep step() {
        return step;
    }

    public @Nullable UUID ownerId() {
        return ownerId;
    }

    public Instant since() {
        return since;
    }

    /** When the next step is told; null if nothing more comes. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** Null as long as it can be acknowledged. */
    public @Nullable EscalationEnd ended() {
        return ended;
    }

    /** The step was told. */
    public void reach(EscalationStep next) {
        step = next;
        dueAt = null;
    }

    public void waitUntil(@Nullable Instant due) {
        dueAt = due;
    }

    public void end(EscalationEnd how) {
        ended = how;
        dueAt = null;
    }
}
