package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** What a clock runs under: its rule, what started it, and its deadline. Taken over as a whole, never changed. */
@Embeddable
public class ClockTerms {
    @Column(name = "obligation")
    private String obligation;

    @Column(name = "rule_row")
    private UUID ruleRow;

    @Column(name = "start_event")
    private String startEvent;

    @Column(name = "start_row")
    private UUID startRow;

    @Enumerated(EnumType.STRING)
    @Column(name = "severity")
    private Severity severity;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage")
    private Stage toStage;

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

    @SuppressWarnings("NullAway.Init")
    protected ClockTerms() {}

    private ClockTerms(Target target, TransitionFact start, Deadline deadline) {
        this.obligation = target.words();
        this.ruleRow = target.id();
        this.startEvent = start.stage().name();
        this.startRow = start.id();
        this.severity = target.severity();
        this.toStage = target.toStage();
        this.startedAt = deadline.startedAt();
        this.warnAt = deadline.warnAt();
        this.strictAt = deadline.strictAt();
        this.rolledAt = deadline.rolledAt();
        this.legalAt = deadline.legalAt();
    }

    /** Those of a target of the organisation's own. */
    static ClockTerms of(Target target, TransitionFact start) {
        Instant at = Moments.toMicros(start.occurredAt());
        return new ClockTerms(target, start, Deadline.elapsed(at, target.length()));
    }

    /** What must happen, in words. */
    public String obligation() {
        return obligation;
    }

    /** The revision of the target that the clock obeys. */
    public UUID ruleRow() {
        return ruleRow;
    }

    public String startEvent() {
        return startEvent;
    }

    /** The transition that started the clock. */
    public UUID startRow() {
        return startRow;
    }

    public Severity severity() {
        return severity;
    }

    public Stage toStage() {
        return toStage;
    }

    /** When it starts, warns and ends. */
    public Deadline deadline() {
        return new Deadline(startedAt, warnAt, strictAt, rolledAt, legalAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClockTerms that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return List.of(obligation, ruleRow, startEvent, startRow, severity, toStage, deadline());
    }
}
