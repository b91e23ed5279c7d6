package org.fixtrail.services.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;

/** Hands out documents to whoever may read what they are attached to. */
@ApplicationScoped
@Transactional
public class ReadDocument {
    private final Documents documents;

    @Inject
    ReadDocument(Documents documents) {
        this.documents = documents;
    }

    @SuppressWarnings("NullAway")
    protected ReadDocument() {
        this(null);
    }

    /** A document with its bytes. */
    public record DocumentFile(Document document, byte[] content) {}

    @Requires(Permission.VIEW_RECORD)
    public Document one(UUID id) {
        return documents.get(id);
    }

    /** @throws IllegalStateException if the bytes are no longer those that the ledger covers */
    @Requires(Permission.VIEW_RECORD)
    public DocumentFile file(UUID id) {
        Document document = documents.get(id);
        byte[] content =
                documents.content(document.sha256()).orElseThrow(() -> new NotFound("content of the document"));
        if (!Sha256.over(content).equals(document.sha256())) {
            throw new IllegalStateException("the bytes of document " + id + " do not fit the hash in the ledger");
        }
        return new DocumentFile(document, content);
    }
}
