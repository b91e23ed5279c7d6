package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** Somebody pauses the clocks of a failure's targets, for one reason, or lets them run again. */
@Entity
@Table(name = "clock_pause")
public class ClockPause extends Act {
    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "cycle")
    private int cycle;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private PauseReason reason;

    @Column(name = "resumed")
    private boolean resumed;

    @Column(name = "party")
    private String party;

    @Column(name = "at")
    private Instant at;

    @Column(name = "note")
    private String note;

    @SuppressWarnings("NullAway.Init")
    protected ClockPause() {}

    /**
     * @param resumed whether it ends the pause that lasts
     * @param party for whom the organisation waits
     * @param at from when on; a pause begins when it is recorded, its end may lie before
     */
    public ClockPause(
            UUID id,
            UUID failureId,
            UUID systemId,
            int cycle,
            PauseReason reason,
            boolean resumed,
            String party,
            Instant at,
            String note) {
        super(id);
        this.failureId = failureId;
        this.systemId = systemId;
        this.cycle = cycle;
        this.reason = reason;
        this.resumed = resumed;
        this.party = party;
        this.at = Moments.toMicros(at);
        this.note = note;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public int cycle() {
        return cycle;
    }

    public PauseReason reason() {
        return reason;
    }

    public boolean resumed() {
        return resumed;
    }

    public String party() {
        return party;
    }

    public Instant at() {
        return at;
    }

    public String note() {
        return note;
    }

    @Override
    public ActType type() {
        return ActType.CLOCK_PAUSED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("failureId", failureId)
                .and("systemId", systemId)
                .and("cycle", cycle)
                .and("reason", reason)
                .and("resumed", resumed)
                .and("party", party)
                .and("at", at)
                .and("note", note)
                .map();
    }
}
