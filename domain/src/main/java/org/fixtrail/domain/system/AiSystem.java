package org.fixtrail.domain.system;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.failure.LearningMode;
import org.jspecify.annotations.Nullable;

/** What is deployed, as declared now. */
@Entity
@Table(name = "ai_system")
public class AiSystem {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

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

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AiSystem() {}

    @SuppressWarnings("NullAway.Init")
    public AiSystem(UUID id, UUID organisationId) {
        this.id = id;
        this.organisationId = organisationId;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
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

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    /** Takes over what a revision says. */
    public void apply(SystemRevision revision) {
        name = revision.name();
        purpose = revision.purpose();
        riskClass = revision.riskClass();
        operatorRole = revision.operatorRole();
        owner = revision.owner();
        contexts = revision.contexts();
        learningModes = DeclaredModes.text(revision.learningModes());
        launchedAt = revision.launchedAt();
    }
}
