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

/**
 * Somebody calls a duty not applicable: a rule in the whole organisation, or one clock. It holds once a second person has
 * confirmed it; until then clocks run. Taking it back holds at once.
 */
@Entity
@Table(name = "waiver")
public class Waiver extends Act implements Proposal {
    @Column(name = "rule_id")
    private String ruleId;

    @Column(name = "clock_id")
    private @Nullable UUID clockId;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "lifted")
    private boolean lifted;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected Waiver() {}

    private Waiver(
            UUID id,
            String ruleId,
            @Nullable UUID clockId,
            @Nullable UUID failureId,
            @Nullable UUID systemId,
            boolean lifted,
            String reason) {
        super(id);
        this.ruleId = ruleId;
        this.clockId = clockId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.lifted = lifted;
        this.reason = reason;
    }

    /** @param lifted the rule applies again */
    public static Waiver ofRule(UUID id, String ruleId, boolean lifted, String reason) {
        return new Waiver(id, ruleId, null, null, null, lifted, reason);
    }

    /** @param lifted the clock runs again */
    public static Waiver ofClock(
            UUID id, String ruleId, UUID clockId, UUID failureId, UUID systemId, boolean lifted, String reason) {
        return new Waiver(id, ruleId, clockId, failureId, systemId, lifted, reason);
    }

    public String ruleId() {
        return ruleId;
    }

    /** The one clock that it is about; null for the rule in the whole organisation. */
    public @Nullable UUID clockId() {
        return clockId;
    }

    @Override
    public @Nullable UUID failureId() {
        return failureId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    /** Whether it takes an earlier one back. */
    public boolean lifted() {
        return lifted;
    }

    public String reason() {
        return reason;
    }

    @Override
    public boolean needsSecondPerson() {
        return !lifted;
    }

    @Override
    public ActType type() {
        return ActType.DUTY_WAIVED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("ruleId", ruleId)
                .and("clockId", clockId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("lifted", lifted)
                .and("reason", reason)
                .map();
    }
}
