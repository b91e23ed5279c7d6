package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
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

    @Column(name = "system_id")
    private @Nullable UUID systemId;

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

    @Enumerated(EnumType.STRING)
    @Column(name = "counting")
    private TargetCounting counting;

    @Enumerated(EnumType.STRING)
    @Column(name = "pause_for")
    private @Nullable PauseReason pauseFor;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "ended")
    private boolean ended;

    @SuppressWarnings("NullAway.Init")
    protected Target() {}

    /** @param systemId the one AI system that it is for; null for all */
    public Target(
            UUID id,
            UUID targetId,
            Severity severity,
            @Nullable UUID systemId,
            Stage fromStage,
            Stage toStage,
            TargetTerms terms,
            Instant validFrom,
            boolean ended) {
        super(id);
        this.targetId = targetId;
        this.severity = severity;
        this.systemId = systemId;
        this.fromStage = fromStage;
        this.toStage = toStage;
        this.amount = terms.amount();
        this.unit = terms.unit();
        this.counting = terms.counting();
        this.pauseFor = terms.pauseFor();
        this.validFrom = Moments.toMicros(validFrom);
        this.ended = ended;
    }

    /** The next revision. */
    public Target revised(UUID row, TargetTerms terms, boolean nowEnded) {
        return new Target(row, targetId, severity, systemId, fromStage, toStage, terms, validFrom, nowEnded);
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

    /** The one AI system that it is for; null for all. */
    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public TargetTerms terms() {
        return new TargetTerms(amount, unit, counting, pauseFor);
    }

    public TargetCounting counting() {
        return counting;
    }

    /** Why its clocks may pause; null if they never do. */
    public @Nullable PauseReason pauseFor() {
        return pauseFor;
    }

    /** For example "High: Detected to Deployed within 10 days". */
    public String words() {
        return severity.label() + ": " + fromStage.label() + " to " + toStage.label() + " within " + terms().words();
    }

    /** Whether it is for the same severity and stages, and for one AI system where the other is for all. */
    boolean isForOneSystemWhat(Target other) {
        return systemId != null && other.systemId == null && other.severity == severity && sameStages(other);
    }

    /** Whether another one asks the same of the same AI systems. */
    public boolean asksTheSame(Severity ofSeverity, @Nullable UUID ofSystem, Stage from, Stage to) {
        return severity == ofSeverity && Objects.equals(systemId, ofSystem) && fromStage == from && toStage == to;
    }

    private boolean sameStages(Target other) {
        return other.fromStage == fromStage && other.toStage == toStage;
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
                .and("systemId", systemId)
                .and("fromStage", fromStage)
                .and("toStage", toStage)
                .and("amount", amount)
                .and("unit", unit)
                .and("counting", counting)
                .and("pauseFor", pauseFor)
                .and("validFrom", validFrom)
                .and("ended", ended)
                .map();
    }
}
