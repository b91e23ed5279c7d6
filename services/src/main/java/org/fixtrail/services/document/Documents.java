package org.fixtrail.services.document;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.document.DocumentSubject;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.ledger.Ledger;

/**
 * Keeps documents, inside a use case's transaction. The same bytes are kept once in an organisation, however often they are
 * attached.
 */
@ApplicationScoped
public class Documents {
    private final EntityManager em;
    private final Ledger ledger;

    @Inject
    Documents(EntityManager em, Ledger ledger) {
        this.em = em;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected Documents() {
        this(null, null);
    }

    /**
     * Attaches documents, which {@link Upload#problems} has nothing against.
     *
     * @param to the report or comment
     * @param about names the failure that it is about
     * @return their ids
     */
    public List<UUID> attach(DocumentSubject subject, UUID to, Act about, Collection<Upload> uploads) {
        return uploads.stream()
                .map(upload -> {
                    Sha256 hash = Sha256.over(upload.content());
                    store(hash, upload.content());
                    Document document = new Document(
                            UUID.randomUUID(),
                            subject,
                            to,
                            requireNonNull(about.failureId()),
                            requireNonNull(about.systemId()),
                            upload.shownName(),
                            upload.plainType(),
                            hash,
                            upload.content().length);
                    ledger.append(document);
                    return document.id();
                })
                .toList();
    }

    private void store(Sha256 hash, byte[] content) {
        em.createNativeQuery("insert into document_content (organisation_id, sha256, content) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, CallerContext.get().organisationId())
                .setParameter(2, hash.bytes())
                .setParameter(3, content)
                .executeUpdate();
    }

    /** Those attached to some reports or comments, by what they are attached to, in the order in which they came. */
    public Map<UUID, List<Document>> of(Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select d from Document d where d.subjectId in :subjects order by d.leaf",
                                Document.class)
                        .setParameter("subjects", subjects)
                        .getResultStream()
                        .collect(groupingBy(Document::subjectId));
    }

    /** How many are attached to one report or comment. */
    public long count(UUID subject) {
        return em.createQuery("select count(d) from Document d where d.subjectId = :subject", Long.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    Document get(UUID id) {
        Document document = em.find(Document.class, id);
        if (document == null) {
            throw new NotFound("document");
        }
        return document;
    }

    /** The bytes; empty if they were erased. */
    Optional<byte[]> content(Sha256 hash) {
        List<?> rows = em.createNativeQuery("select content from document_content where sha256 = ?1")
                .setParameter(1, hash.bytes())
                .getResultList();
        return rows.stream().map(row -> (byte[]) row).findFirst();
    }
}
