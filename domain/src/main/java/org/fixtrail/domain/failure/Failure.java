package org.fixtrail.domain.failure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recurring wrong behaviour of one AI system, as it stands now: derived from revisions, transitions and signals, and never the source of a figure. */
@Entity
@Table(name = "failure")
public class Failure {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "title")
    private String title;

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
    @Column(name = "status")
    private FailureStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private Stage stage;

    @Column(name = "stage_number")
    private int stageNumber;

    @Column(name = "cycle")
    private int cycle;

    @Column(name = "fingerprint")
    private @Nullable String fingerprint;

    @Column(name = "source")
    private @Nullable String source;

    @Column(name = "external_key")
    private @Nullable String externalKey;

    @Column(name = "imported")
    private boolean imported;

    @Column(name = "contradictory")
    private boolean contradictory;

    @Column(name = "emerged_at")
    private @Nullable Instant emergedAt;

    @Column(name = "detected_at")
    private @Nullable Instant detectedAt;

    @Column(name = "deployed_at")
    private @Nullable Instant deployedAt;

    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "occurrences")
    private long occurrences;

    @Column(name = "last_occurrence_at")
    private @Nullable Instant lastOccurrenceAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Failure() {}

    @SuppressWarnings("NullAway.Init")
    public Failure(UUID id, UUID organisationId, UUID systemId) {
        this.id = id;
        this.organisationId = organisationId;
        this.systemId = systemId;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID systemId() {
        return systemId;
    }

    public String title() {
        return title;
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

    public FailureStatus status() {
        return status;
    }

    public Stage stage() {
        return stage;
    }

    public int stageNumber() {
        return stageNumber;
    }

    public int cycle() {
        return cycle;
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

    public boolean contradictory() {
        return contradictory;
    }

    public @Nullable Instant emergedAt() {
        return emergedAt;
    }

    public @Nullable Instant detectedAt() {
        return detectedAt;
    }

    public @Nullable Instant deployedAt() {
        return deployedAt;
    }

    /** The failure of which this one is a duplicate, while the merge stands. */
    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    /** Whether time alone has changed where it stands: the acceptance of its risk expired. */
    public boolean isDue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long occurrences() {
        return occurrences;
    }

    public @Nullable Instant lastOccurrenceAt() {
        return lastOccurrenceAt;
    }

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    /** Takes over what a revision says. */
    public void apply(FailureRevision revision, Instant now) {
        title = revision.title();
        severity = revision.severity();
        category = revision.category();
        kind = revision.kind();
        fingerprint = revision.fingerprint();
        source = revision.source();
        externalKey = revision.externalKey();
        imported = revision.imported();
        contradictory = contradictory || !revision.contradictions().isEmpty();
        changedAt = now;
        if (status == null) {
            status = FailureStatus.OPEN;
            stage = Stage.EMERGED;
            stageNumber = stage.number();
            cycle = 1;
        }
    }

    /** Takes over where the transitions in force leave the failure. */
    public void apply(Timeline timeline, Instant now) {
        cycle = Math.max(1, timeline.cycle());
        stage = timeline.stage(cycle).orElse(Stage.EMERGED);
        stageNumber = stage.number();
        status = statusOf(timeline);
        emergedAt = at(timeline, Stage.EMERGED);
        detectedAt = at(timeline, Stage.DETECTED);
        deployedAt = at(timeline, Stage.DEPLOYED);
        mergedInto = timeline.mergedInto().orElse(null);
        dueAt = timeline.ending().flatMap(TransitionFact::expiresAt).orElse(null);
        contradictory = contradictory || timeline.contradictory(cycle);
        changedAt = now;
    }

    public void happened(Instant at) {
        occurrences++;
        if (lastOccurrenceAt == null || at.isAfter(lastOccurrenceAt)) {
            lastOccurrenceAt = at;
        }
    }

    private FailureStatus statusOf(Timeline timeline) {
        return timeline.ending()
                .map(ending -> FailureStatus.valueOf(ending.stage().name()))
                .orElse(stage == Stage.VERIFIED ? FailureStatus.VERIFIED : FailureStatus.OPEN);
    }

    private @Nullable Instant at(Timeline timeline, Stage reached) {
        return timeline.reached(cycle, reached).map(TransitionFact::occurredAt).orElse(null);
    }
}
