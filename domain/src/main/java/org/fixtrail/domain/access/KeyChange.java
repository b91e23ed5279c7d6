package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** A key was issued, replaced by another, given to somebody else to answer for, or revoked; holds the state after it. */
@Entity
@Table(name = "key_change")
public class KeyChange extends Act {
    @Column(name = "key_id")
    private UUID keyId;

    @Column(name = "what")
    private String what;

    @Column(name = "kind")
    private String kind;

    @Column(name = "label")
    private String label;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "scopes")
    private String scopes;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "replaces")
    private @Nullable UUID replaces;

    @SuppressWarnings("NullAway.Init")
    protected KeyChange() {}

    public KeyChange(
            UUID id,
            UUID keyId,
            String what,
            String kind,
            String label,
            UUID personId,
            @Nullable UUID systemId,
            String scopes,
            Instant expiresAt,
            @Nullable UUID replaces) {
        super(id);
        this.keyId = keyId;
        this.what = what;
        this.kind = kind;
        this.label = label;
        this.personId = personId;
        this.systemId = systemId;
        this.scopes = scopes;
        this.expiresAt = Moments.toMicros(expiresAt);
        this.replaces = replaces;
    }

    public UUID keyId() {
        return keyId;
    }

    public String what() {
        return what;
    }

    public String kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public UUID personId() {
        return personId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public String scopes() {
        return scopes;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** The key in whose place it was issued; null for the first one. */
    public @Nullable UUID replaces() {
        return replaces;
    }

    @Override
    public ActType type() {
        return ActType.valueOf(what);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        Content content = Content.with("keyId", keyId)
                .and("what", what)
                .and("kind", kind)
                .and("label", label)
                .and("personId", personId)
                .and("systemId", systemId)
                .and("scopes", scopes)
                .and("expiresAt", expiresAt);
        // there where it has a value alone: entries of before it came have no such member
        return (replaces == null ? content : content.and("replaces", replaces)).map();
    }
}
