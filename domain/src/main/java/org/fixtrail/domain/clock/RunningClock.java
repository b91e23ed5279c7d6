package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** One obligation running on one cycle of a failure, as it stands now; its history is in {@link ClockEvent}. */
@Entity
@Table(name = "clock")
public class RunningClock {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "cycle")
    private int cycle;

    @Column(name = "target_id")
    private @Nullable UUID targetId;

    @Column(name = "rule_group")
    private @Nullable String ruleGroup;

    @Enumerated(EnumType.STRING)
    @Column(name = "place")
    private @Nullable Jurisdiction place;

    @Column(name = "round")
    private int round;

    @Column(name = "zone")
    private String zone;

    @Embedded
    private ClockTerms terms;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ClockState state;

    @Column(name = "warned")
    private boolean warned;

    @Column(name = "told")
    private String told;

    @Column(name = "met_at")
    private @Nullable Instant metAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RunningClock() {}

    /** A clock that has not begun; {@link #follow} begins it. */
    @SuppressWarnings("NullAway.Init")
    public RunningClock(UUID id, UUID organisationId, UUID failureId, UUID systemId, ClockKey key, String zone) {
        this.id = id;
        this.organisationId = organisationId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.cycle = key.cycle();
        this.targetId = key.targetId();
        this.ruleGroup = key.group();
        this.place = key.place();
        this.round = key.round();
        this.zone = zone;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID failureId() {
        return failureId;
    }

    public UUID systemId() {
        return systemId;
    }

    public int cycle() {
        return cycle;
    }

    /** The organisation's own target; null for a rule. */
    public @Nullable UUID targetId() {
        return targetId;
    }

    /** Which clock of its failure it is. */
    public ClockKey key() {
        return new ClockKey(cycle, targetId, ruleGroup, place, round);
    }

    /** Whether a rule of law, standard or code runs it; otherwise a target does. */
    public boolean isOfRule() {
        return ruleGroup != null;
    }

    /** Whose addressee gets the report; null for a target, or where nobody has said. */
    public @Nullable Jurisdiction place() {
        return place;
    }

    public String zone() {
        return zone;
    }

    public ClockTerms terms() {
        return terms;
    }

    public String obligation() {
        return terms.obligation();
    }

    public Severity severity() {
        return terms.severity();
    }

    public Instant startedAt() {
        return deadline().startedAt();
    }

    public Instant legalAt() {
        return deadline().legalAt();
    }

    public ClockState state() {
        return state;
    }

    public boolean warned() {
        return warned;
    }

    public @Nullable Instant metAt() {
        return metAt;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    /** When it starts, warns and ends. */
    public Deadline deadline() {
        return terms.deadline();
    }

    /** The warning points that need no telling any more. */
    ToldWarnings told() {
        return new ToldWarnings(told == null ? List.of() : WarningPoint.parse(told));
    }

    /**
     * Becomes what the facts say that it is now.
     *
     * @return what happened to it, in order; empty when nothing did
     */
    public List<ClockEvent> follow(PlannedClock plan, Instant now) {
        ClockStep step = state == null ? ClockStep.first(this, plan, now) : ClockStep.next(this, plan, now);
        terms = step.terms();
        state = step.state();
        told = WarningPoint.text(step.told().points());
        warned = !step.told().points().isEmpty();
        metAt = step.metAt();
        dueAt = step.dueAt();
        return step.events();
    }
}
