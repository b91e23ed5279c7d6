package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** One of the organisation's own targets, from this entry on. */
@Entity
@Table(name = "target")
public class Target extends Act {
    @Column(name = "target_id")
    private UUID targetId;

    @Enumerated(EnumType.STRING)
    @Column(name = "severity")
    private Severity severity;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_stage")
    private Stage fromStage;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage")
    private Stage toStage;

    @Column(name = "amount")
    private int amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "unit")
    private TargetUnit unit;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "ended")
    private boolean ended;

    @SuppressWarnings("NullAway.Init")
    protected Target() {}

    public Target(
            UUID id,
            UUID targetId,
            Severity severity,
            Stage fromStage,
            Stage toStage,
            int amount,
            TargetUnit unit,
            Instant validFrom,
            boolean ended) {
        super(id);
        this.targetId = targetId;
        this.severity = severity;
        this.fromStage = fromStage;
        this.toStage = toStage;
        this.amount = amount;
        this.unit = unit;
        this.validFrom = Moments.toMicros(validFrom);
        this.ended = ended;
    }

    public UUID targetId() {
        return targetId;
    }

    public Severity severity() {
        return severity;
    }

    public Stage fromStage() {
        return fromStage;
    }

    public Stage toStage() {
        return toStage;
    }

    public int amount() {
        return amount;
    }

    public TargetUnit unit() {
        return unit;
    }

    /** Plain elapsed time. */
    public Duration length() {
        return unit.times(amount);
    }

    /** For example "High: Detected to Deployed within 10 days". */
    public String words() {
        return severity.label() + ": " + fromStage.label() + " to " + toStage.label() + " within " + unit.words(amount);
    }

    /** The target applies to cycles whose first stage was reached at this moment or later. */
    public Instant validFrom() {
        return validFrom;
    }

    public boolean ended() {
        return ended;
    }

    @Override
    public ActType type() {
        return ActType.TARGET_SET;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("targetId", targetId)
                .and("severity", severity)
                .and("fromStage", fromStage)
                .and("toStage", toStage)
                .and("amount", amount)
                .and("unit", unit)
                .and("validFrom", validFrom)
                .and("ended", ended)
                .map();
    }
}
