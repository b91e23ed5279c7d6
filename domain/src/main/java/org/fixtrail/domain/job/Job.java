package org.fixtrail.domain.job;

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

/** Long work beside the requests, as it stands now. */
@Entity
@Table(name = "job")
public class Job {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private JobKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private JobState state;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "parameters")
    private String parameters;

    @Column(name = "progress")
    private long progress;

    @Column(name = "total")
    private @Nullable Long total;

    @Column(name = "result")
    private @Nullable String result;

    @Column(name = "error")
    private @Nullable String error;

    @Column(name = "worker")
    private @Nullable UUID worker;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "attempts")
    private int attempts;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Job() {}

    @SuppressWarnings("NullAway.Init")
    public Job(
            UUID id,
            UUID organisationId,
            JobKind kind,
            JobState state,
            String requestedBy,
            Instant requestedAt,
            String parameters) {
        this.id = id;
        this.organisationId = organisationId;
        this.kind = kind;
        this.state = state;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.parameters = parameters;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public JobKind kind() {
        return kind;
    }

    public JobState state() {
        return state;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public String parameters() {
        return parameters;
    }

    public long progress() {
        return progress;
    }

    public @Nullable Long total() {
        return total;
    }

    public @Nullable String result() {
        return result;
    }

    public @Nullable String error() {
        return error;
    }

    public @Nullable UUID worker() {
        return worker;
    }

    public @Nullable Instant leasedUntil() {
        return leasedUntil;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    public int attempts() {
        return attempts;
    }

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    public void advance(long done, @Nullable Long of, Instant leaseUntil) {
        progress = done;
        total = of;
        leasedUntil = leaseUntil;
    }

    public void done(String canonicalResult, Instant now) {
        end(JobState.DONE, now);
        result = canonicalResult;
    }

    public void failed(String why, Instant now) {
        end(JobState.FAILED, now);
        error = why;
    }

    private void end(JobState ended, Instant now) {
        state = ended;
        finishedAt = now;
        leasedUntil = null;
        worker = null;
    }
}
