package org.fixtrail.domain.document;

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
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody attached. The act holds its hash and size, so that the ledger covers every byte; the bytes stand
 * apart under that hash, and may be erased while the proof stays.
 */
@Entity
@Table(name = "document")
public class Document extends Act {
    @Enumerated(EnumType.STRING)
    @Column(name = "subject")
    private DocumentSubject subject;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "name")
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "sha256")
    private Sha256 sha256;

    @Column(name = "size")
    private long size;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    /**
     * @param subjectId the report or comment
     * @param failureId the failure that the subject is about
     * @param name for people; nothing is ever opened by it
     * @param mediaType as its sender states it; nobody has looked whether that is so
     * @param size in bytes
     */
    public Document(
            UUID id,
            DocumentSubject subject,
            UUID subjectId,
            UUID failureId,
            UUID systemId,
            String name,
            String mediaType,
            Sha256 sha256,
            long size) {
        super(id);
        this.subject = subject;
        this.subjectId = subjectId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.name = name;
        this.mediaType = mediaType;
        this.sha256 = sha256;
        this.size = size;
    }

    public DocumentSubject subject() {
        return subject;
    }

    public UUID subjectId() {
        return subjectId;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    public String name() {
        return name;
    }

    /** As its sender stated it. */
    public String mediaType() {
        return mediaType;
    }

    public Sha256 sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    @Override
    public ActType type() {
        return ActType.DOCUMENT_ATTACHED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("subject", subject)
                .and("subjectId", subjectId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("name", name)
                .and("mediaType", mediaType)
                .and("sha256", sha256)
                .and("size", size)
                .map();
    }
}
