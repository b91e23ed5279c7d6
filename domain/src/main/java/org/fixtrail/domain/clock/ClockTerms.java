package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.StartEvent;
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
    private @Nullable Stage toStage;

    @Column(name = "rule_id")
    private @Nullable String ruleId;

    @Column(name = "basis")
    private String basis;

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

    @Column(name = "warnings")
    private String warnings;

    @SuppressWarnings("NullAway.Init")
    protected ClockTerms() {}

    private ClockTerms(
            String obligation,
            UUID ruleRow,
            String startEvent,
            UUID startRow,
            Severity severity,
            @Nullable Stage toStage,
            @Nullable String ruleId,
            String basis,
            Deadline deadline,
            String warnings) {
        this.obligation = obligation;
        this.ruleRow = ruleRow;
        this.startEvent = startEvent;
        this.startRow = startRow;
        this.severity = severity;
        this.toStage = toStage;
        this.ruleId = ruleId;
        this.basis = basis;
        this.startedAt = deadline.startedAt();
        this.warnAt = deadline.warnAt();
        this.strictAt = deadline.strictAt();
        this.rolledAt = deadline.rolledAt();
        this.legalAt = deadline.legalAt();
        this.warnings = warnings;
    }

    /** Those of a target of the organisation's own. */
    static ClockTerms of(TargetCount count, TransitionFact start, WarningPlan warnings) {
        Instant at = Moments.toMicros(start.occurredAt());
        Target target = count.target();
        List<WarningPoint> points = count.points(at, warnings);
        return new ClockTerms(
                target.words(),
                target.id(),
                start.stage().name(),
                start.id(),
                target.severity(),
                target.toStage(),
                null,
                count.basis(at).text(),
                count.deadline(at, points),
                WarningPoint.text(points));
    }

    /** @param severity the failure's, by which lists filter */
    static ClockTerms of(RuleBook.Entry entry, RuleDue due, Severity severity) {
        return new ClockTerms(
                entry.rule().id() + ": " + entry.rule().title(),
                entry.edition().row(),
                due.event().name(),
                due.startRow(),
                severity,
                null,
                entry.rule().id(),
                due.basis(entry).text(),
                Deadline.counted(due.end()),
                "");
    }

    /** The same, warning as the organisation has it; for elapsed time, by which those of rules warn. */
    ClockTerms warning(WarningPlan plan) {
        List<WarningPoint> points = plan.points(startedAt, strictAt);
        return new ClockTerms(
                obligation,
                ruleRow,
                startEvent,
                startRow,
                severity,
                toStage,
                ruleId,
                basis,
                deadline().warning(points.get(0).at()),
                WarningPoint.text(points));
    }

    /** When it warns, in order. */
    public List<WarningPoint> warnings() {
        return WarningPoint.parse(warnings);
    }

    /** What must happen, in words. */
    public String obligation() {
        return obligation;
    }

    /** The revision of the target, or the edition of the rule pack, that the clock obeys. */
    public UUID ruleRow() {
        return ruleRow;
    }

    public String startEvent() {
        return startEvent;
    }

    /** The stage or event that started the clock, in words. */
    public String startLabel() {
        return ruleId == null
                ? Stage.valueOf(startEvent).label()
                : StartEvent.valueOf(startEvent).label();
    }

    /** The transition, the answers or the report that started the clock. */
    public UUID startRow() {
        return startRow;
    }

    public Severity severity() {
        return severity;
    }

    /** The stage that must be reached; null for a rule. */
    public @Nullable Stage toStage() {
        return toStage;
    }

    /** The rule that governs, for example {@code AIA-73-4}; null for a target. */
    public @Nullable String ruleId() {
        return ruleId;
    }

    /** Why it ends when it ends; empty for a target. */
    public Optional<ClockBasis> basis() {
        return ClockBasis.of(basis);
    }

    /** Why the clock of a target ends when it ends; empty for a rule. */
    public Optional<TargetBasis> targetBasis() {
        return TargetBasis.parse(basis);
    }

    String basisText() {
        return basis;
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

    private List<@Nullable Object> values() {
        return Arrays.asList(
                obligation, ruleRow, startEvent, startRow, severity, toStage, ruleId, basis, deadline(), warnings);
    }
}
