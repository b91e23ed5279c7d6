package org.fixtrail.services.comment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.comment.Comment;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.domain.document.Document;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.document.Documents;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists comments with their documents. */
@ApplicationScoped
@Transactional
public class FindComments {
    private final EntityManager em;
    private final CommentSubjects subjects;
    private final Documents documents;
    private final ActorNames names;

    @Inject
    FindComments(EntityManager em, CommentSubjects subjects, Documents documents, ActorNames names) {
        this.em = em;
        this.subjects = subjects;
        this.documents = documents;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected FindComments() {
        this(null, null, null, null);
    }

    /**
     * A comment as it stands.
     *
     * @param author display name; null for keys, and for people who are gone
     * @param retraction the act by which it was taken back, with the reason; null if it stands
     * @param own whether the caller wrote it
     */
    public record CommentRow(
            Comment comment,
            @Nullable String author,
            @Nullable Comment retraction,
            List<Document> documents,
            boolean own) {}

    /** Comments on one failure, clock or report, those taken back too, the newest last. */
    @Requires(Permission.VIEW_RECORD)
    public Page<CommentRow> of(CommentSubject subject, UUID subjectId, PageRequest page) {
        subjects.get(subject, subjectId);
        List<Comment> comments = em.createQuery(
                        "select c from Comment c where c.subject = :subject and c.subjectId = :id and c.retracts is null"
                                + " order by c.leaf",
                        Comment.class)
                .setParameter("subject", subject)
                .setParameter("id", subjectId)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        return new Page<>(rows(comments), count(subject, subjectId));
    }

    private long count(CommentSubject subject, UUID subjectId) {
        return em.createQuery(
                        "select count(c) from Comment c where c.subject = :subject and c.subjectId = :id"
                                + " and c.retracts is null",
                        Long.class)
                .setParameter("subject", subject)
                .setParameter("id", subjectId)
                .getSingleResult();
    }

    private List<CommentRow> rows(List<Comment> comments) {
        List<UUID> ids = comments.stream().map(Comment::id).toList();
        Map<UUID, Comment> retractions = retractions(ids);
        Map<UUID, List<Document>> attached = documents.of(ids);
        Map<UUID, String> people = names.of(comments.stream());
        return comments.stream()
                .map(comment -> new CommentRow(
                        comment,
                        people.get(comment.actor().id()),
                        retractions.get(comment.id()),
                        attached.getOrDefault(comment.id(), List.of()),
                        comment.actor().equals(CallerContext.get().actor())))
                .toList();
    }

    private Map<UUID, Comment> retractions(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select c from Comment c where c.retracts in :ids", Comment.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(toMap(comment -> Objects.requireNonNull(comment.retracts()), identity()));
    }
}
