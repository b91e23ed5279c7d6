package org.fixtrail.domain.system;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** What an AI system was declared to be, from this entry on. */
@Entity
@Table(name = "system_revision")
public class SystemRevision extends Act {
    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "name")
    private String name;

    @Column(name = "purpose")
    private String purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "risk_class")
    private RiskClass riskClass;

    @Enumerated(EnumType.STRING)
    @Column(name = "operator_role")
    private OperatorRole operatorRole;

    @Column(name = "owner")
    private String owner;

    @Column(name = "contexts")
    private String contexts;

    @Column(name = "learning_modes")
    private String learningModes;

    @Column(name = "launched_at")
    private @Nullable Instant launchedAt;

    @SuppressWarnings("NullAway.Init")
    protected SystemRevision() {}

    public SystemRevision(
            UUID id,
            UUID systemId,
            String name,
            String purpose,
            RiskClass riskClass,
            OperatorRole operatorRole,
            String owner,
            String contexts,
            Collection<LearningMode> learningModes,
            @Nullable Instant launchedAt) {
        super(id);
        this.systemId = systemId;
        this.name = name;
        this.purpose = purpose;
        this.riskClass = riskClass;
        this.operatorRole = operatorRole;
        this.owner = owner;
        this.contexts = contexts;
        this.learningModes = DeclaredModes.text(learningModes);
        this.launchedAt = Moments.toMicrosOrNull(launchedAt);
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public String name() {
        return name;
    }

    public String purpose() {
        return purpose;
    }

    public RiskClass riskClass() {
        return riskClass;
    }

    public OperatorRole operatorRole() {
        return operatorRole;
    }

    public String owner() {
        return owner;
    }

    /** Where and by whom it is used; may be empty. */
    public String contexts() {
        return contexts;
    }

    /** The ways in which it is declared to learn, in their order; empty if nothing is declared. */
    public List<LearningMode> learningModes() {
        return DeclaredModes.of(learningModes);
    }

    public @Nullable Instant launchedAt() {
        return launchedAt;
    }

    @Override
    public ActType type() {
        return ActType.SYSTEM_REVISED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("systemId", systemId)
                .and("name", name)
                .and("purpose", purpose)
                .and("riskClass", riskClass)
                .and("operatorRole", operatorRole)
                .and("owner", owner)
                .and("contexts", contexts)
                .and("learningModes", learningModes)
                .and("launchedAt", launchedAt)
                .map();
    }
}
