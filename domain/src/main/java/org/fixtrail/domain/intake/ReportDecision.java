package org.fixtrail.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.obligation.Proposal;
import org.jspecify.annotations.Nullable;

/** What became of a report from outside. */
@Entity
@Table(name = "report_decision")
public class ReportDecision extends Act implements Proposal {
    @Column(name = "report_id")
    private UUID reportId;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private ReportOutcome outcome;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected ReportDecision() {}

    private ReportDecision(
            UUID id,
            UUID reportId,
            ReportOutcome outcome,
            @Nullable UUID failureId,
            @Nullable UUID systemId,
            String reason) {
        super(id);
        this.reportId = reportId;
        this.outcome = outcome;
        this.failureId = failureId;
        this.systemId = systemId;
        this.reason = reason;
    }

    public static ReportDecision opened(UUID id, UUID reportId, UUID failureId, UUID systemId) {
        return new ReportDecision(id, reportId, ReportOutcome.OPENED, failureId, systemId, "");
    }

    /** @param reason why it is about that failure; may be empty */
    public static ReportDecision known(UUID id, UUID reportId, Failure failure, String reason) {
        return new ReportDecision(id, reportId, ReportOutcome.KNOWN, failure.id(), failure.systemId(), reason);
    }

    public static ReportDecision declined(UUID id, UUID reportId, String reason) {
        return new ReportDecision(id, reportId, ReportOutcome.DECLINED, null, null, reason);
    }

    public UUID reportId() {
        return reportId;
    }

    public ReportOutcome outcome() {
        return outcome;
    }

    /** The failure that it is about; null where it was declined. */
    @Override
    public @Nullable UUID failureId() {
        return failureId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public String reason() {
        return reason;
    }

    @Override
    public boolean needsSecondPerson() {
        return outcome == ReportOutcome.DECLINED;
    }

    @Override
    public ActType type() {
        return ActType.REPORT_HANDLED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("reportId", reportId)
                .and("outcome", outcome)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("reason", reason)
                .map();
    }
}
