package org.fixtrail.domain.failure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** What is said of a failure from this entry on. The first revision opens the failure. */
@Entity
@Table(name = "failure_revision")
public class FailureRevision extends Act {
    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "revision")
    private int revision;

    @Column(name = "title")
    private String title;

    @Column(name = "description")
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "severity")
    private Severity severity;

    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private MistakeCategory category;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FailureKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "learning_mode")
    private @Nullable LearningMode learningMode;

    @Column(name = "affected_version")
    private @Nullable String affectedVersion;

    @Column(name = "fingerprint")
    private @Nullable String fingerprint;

    @Column(name = "source")
    private @Nullable String source;

    @Column(name = "external_key")
    private @Nullable String externalKey;

    @Column(name = "imported")
    private boolean imported;

    @Column(name = "contradictions")
    private String contradictions;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected FailureRevision() {}

    public FailureRevision(
            UUID id,
            UUID failureId,
            UUID systemId,
            int revision,
            String title,
            String description,
            Severity severity,
            MistakeCategory category,
            FailureKind kind,
            @Nullable LearningMode learningMode,
            @Nullable String affectedVersion,
            @Nullable String fingerprint,
            @Nullable String source,
            @Nullable String externalKey,
            boolean imported,
            String contradictions,
            String reason) {
        super(id);
        this.failureId = failureId;
        this.systemId = systemId;
        this.revision = revision;
        this.title = title;
        this.description = description;
        this.severity = severity;
        this.category = category;
        this.kind = kind;
        this.learningMode = learningMode;
        this.affectedVersion = affectedVersion;
        this.fingerprint = fingerprint;
        this.source = source;
        this.externalKey = externalKey;
        this.imported = imported;
        this.contradictions = contradictions;
        this.reason = reason;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public int revision() {
        return revision;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Severity severity() {
        return severity;
    }

    public MistakeCategory category() {
        return category;
    }

    public FailureKind kind() {
        return kind;
    }

    public @Nullable LearningMode learningMode() {
        return learningMode;
    }

    public @Nullable String affectedVersion() {
        return affectedVersion;
    }

    public @Nullable String fingerprint() {
        return fingerprint;
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable String externalKey() {
        return externalKey;
    }

    public boolean imported() {
        return imported;
    }

    public String contradictions() {
        return contradictions;
    }

    public String reason() {
        return reason;
    }

    @Override
    public ActType type() {
        return ActType.FAILURE_REVISED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("failureId", failureId)
                .and("systemId", systemId)
                .and("revision", revision)
                .and("title", title)
                .and("description", description)
                .and("severity", severity)
                .and("category", category)
                .and("kind", kind)
                .and("learningMode", learningMode)
                .and("affectedVersion", affectedVersion)
                .and("fingerprint", fingerprint)
                .and("source", source)
                .and("externalKey", externalKey)
                .and("imported", imported)
                .and("contradictions", contradictions)
                .and("reason", reason)
                .map();
    }
}
