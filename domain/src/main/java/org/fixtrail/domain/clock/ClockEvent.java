package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** Something that happened to a clock; holds the state after it. */
@Entity
@Table(name = "clock_event")
public class ClockEvent extends Act {
    @Column(name = "clock_id")
    private UUID clockId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Enumerated(EnumType.STRING)
    @Column(name = "what")
    private ClockChange what;

    @Column(name = "obligation")
    private String obligation;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "warn_at")
    private Instant warnAt;

    @Column(name = "strict_at")
    private Instant strictAt;

    @Column(name = "rolled_at")
    private Instant rolledAt;

    @Column(name = "legal_at")
    private Instant legalAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ClockState state;

    @Column(name = "met_at")
    private @Nullable Instant metAt;

    @Column(name = "reason")
    private String reason;

    @Column(name = "basis")
    private String basis;

    @SuppressWarnings("NullAway.Init")
    protected ClockEvent() {}

    public ClockEvent(
            UUID id,
            UUID clockId,
            UUID failureId,
            UUID systemId,
            ClockChange what,
            String obligation,
            Deadline deadline,
            ClockState state,
            @Nullable Instant metAt,
            String reason,
            String basis) {
        super(id);
        this.clockId = clockId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.what = what;
        this.obligation = obligation;
        this.startedAt = Moments.toMicros(deadline.startedAt());
        this.warnAt = Moments.toMicros(deadline.warnAt());
        this.strictAt = Moments.toMicros(deadline.strictAt());
        this.rolledAt = Moments.toMicros(deadline.rolledAt());
        this.legalAt = Moments.toMicros(deadline.legalAt());
        this.state = state;
        this.metAt = Moments.toMicrosOrNull(metAt);
        this.reason = reason;
        this.basis = basis;
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

    public ClockChange what() {
        return what;
    }

    public String obligation() {
        return obligation;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant warnAt() {
        return warnAt;
    }

    public Instant strictAt() {
        return strictAt;
    }

    public Instant rolledAt() {
        return rolledAt;
    }

    public Instant legalAt() {
        return legalAt;
    }

    public ClockState state() {
        return state;
    }

    public @Nullable Instant metAt() {
        return metAt;
    }

    public String reason() {
        return reason;
    }

    /** Why the clock ended then when it was to end; empty for a target. */
    public Optional<ClockBasis> basis() {
        return ClockBasis.of(basis);
    }

    @Override
    public ActType type() {
        return ActType.CLOCK_CHANGED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("clockId", clockId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("what", what)
                .and("obligation", obligation)
                .and("startedAt", startedAt)
                .and("warnAt", warnAt)
                .and("strictAt", strictAt)
                .and("rolledAt", rolledAt)
                .and("legalAt", legalAt)
                .and("state", state)
                .and("metAt", metAt)
                .and("reason", reason)
                .and("basis", basis)
                .map();
    }
}
