package org.fixtrail.domain.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that the ledger covers. It is written once, together with its entry, and never changes; {@link #content} must give
 * the same values for as long as the row exists, since the check rebuilds the entry's commitment from it.
 */
@MappedSuperclass
public abstract class Act {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "leaf")
    private long leaf = -1;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "actor")
    private Actor actor;

    @SuppressWarnings("NullAway.Init")
    protected Act() {}

    @SuppressWarnings("NullAway.Init")
    protected Act(UUID id) {
        this.id = id;
    }

    /** Called once by the ledger, under its lock. */
    public final void seal(UUID organisation, long number, Instant at, Actor by) {
        if (leaf >= 0) {
            throw new IllegalStateException("act " + id + " is in the ledger already");
        }
        organisationId = organisation;
        leaf = number;
        recordedAt = at;
        actor = by;
    }

    public final UUID id() {
        return id;
    }

    public final UUID organisationId() {
        return organisationId;
    }

    /** Number of the ledger entry, from 0; -1 before the act is recorded. */
    public final long leaf() {
        return leaf;
    }

    public final Instant recordedAt() {
        return recordedAt;
    }

    public final Actor actor() {
        return actor;
    }

    public abstract ActType type();

    /** What was done, as values that have a canonical form; see {@link Content}. */
    public abstract Map<String, @Nullable Object> content();

    /** The failure that the act is about, or null. */
    public @Nullable UUID failureId() {
        return null;
    }

    /** The AI system that the act is about, or null. */
    public @Nullable UUID systemId() {
        return null;
    }
}
