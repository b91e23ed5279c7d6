package org.fixtrail.web.document;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.document.DocumentSubject;

/**
 * A document that is attached to a report or comment.
 *
 * @param mediaType as its sender stated it
 * @param size in bytes
 * @param sha256 of the bytes; the ledger covers it
 */
public record DocumentJson(
        UUID id,
        DocumentSubject subject,
        UUID subjectId,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant recordedAt) {
    public static DocumentJson of(Document document) {
        return new DocumentJson(
                document.id(),
                document.subject(),
                document.subjectId(),
                document.name(),
                document.mediaType(),
                document.size(),
                document.sha256().toString(),
                document.recordedAt());
    }
}
