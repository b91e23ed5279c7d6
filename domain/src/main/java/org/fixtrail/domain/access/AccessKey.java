package org.fixtrail.domain.access;

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

/** A secret by which a person, machine or pipeline calls the API; only its hash is kept. */
@Entity
@Table(name = "access_key")
public class AccessKey {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private KeyKind kind;

    @Column(name = "label")
    private String label;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "scopes")
    private String scopes;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "replaces")
    private @Nullable UUID replaces;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AccessKey() {}

    @SuppressWarnings("NullAway.Init")
    public AccessKey(
            UUID id,
            UUID organisationId,
            KeyKind kind,
            String label,
            UUID personId,
            @Nullable UUID systemId,
            String scopes,
            byte[] secretHash,
            Instant createdAt,
            Instant expiresAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.kind = kind;
        this.label = label;
        this.personId = personId;
        this.systemId = systemId;
        this.scopes = scopes;
        this.secretHash = secretHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public KeyKind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public UUID personId() {
        return personId;
    }

    public @Nullable UUID systemId() {
        return systemId;
    }

    public String scopes() {
        return scopes;
    }

    public byte[] secretHash() {
        return secretHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** Counts changes; a caller that saw another number is told so. */
    public long version() {
        return version;
    }

    public boolean worksAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** The key in whose place it was issued, for the same purpose; null for the first one. */
    public @Nullable UUID replaces() {
        return replaces;
    }

    public void replace(AccessKey earlier) {
        replaces = earlier.id;
    }

    /** Never later than it would anyway. */
    public void endBy(Instant end) {
        if (end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    /** @param person who answers for it from now on */
    public void answerTo(UUID person) {
        personId = person;
    }

    public void revoke(Instant now) {
        revokedAt = now;
    }

    public void used(Instant now) {
        lastUsedAt = now;
    }
}
