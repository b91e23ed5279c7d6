package org.fixtrail.services.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.comment.Comment;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.domain.document.DocumentSubject;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.document.Documents;
import org.fixtrail.services.document.Upload;
import org.fixtrail.services.ledger.Ledger;

/** Records what people say, with the documents that they attach; and that they take something back. */
@ApplicationScoped
@Transactional
public class WriteComments {
    /** Characters of a comment at most. */
    public static final int LONGEST = 10_000;

    private static final int LONGEST_REASON = 1_000;

    private final EntityManager em;
    private final CommentSubjects subjects;
    private final Documents documents;
    private final Ledger ledger;

    @Inject
    WriteComments(EntityManager em, CommentSubjects subjects, Documents documents, Ledger ledger) {
        this.em = em;
        this.subjects = subjects;
        this.documents = documents;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected WriteComments() {
        this(null, null, null, null);
    }

    /**
     * @param subjectId of the failure, clock or report
     * @param text plain text
     * @return the comment's id
     */
    @Requires(Permission.COMMENT)
    public Outcome<UUID> write(CommentSubject subject, UUID subjectId, String text, List<Upload> attached) {
        CommentSubjects.Place place = subjects.get(subject, subjectId);
        List<FieldProblem> problems = new ArrayList<>(Upload.problems(attached));
        check(problems, "text", text, LONGEST);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Comment comment =
                new Comment(UUID.randomUUID(), subject, subjectId, place.failureId(), place.systemId(), text.strip());
        ledger.append(comment);
        documents.attach(DocumentSubject.COMMENT, comment.id(), comment, attached);
        return Outcome.done(comment.id());
    }

    /**
     * Attaches a document to a comment of one's own.
     *
     * @return the document's id
     */
    @Requires(Permission.COMMENT)
    public Outcome<UUID> attach(UUID commentId, Upload upload) {
        Comment comment = get(commentId);
        if (!isOwn(comment)) {
            return Outcome.refused("author", "Only its author adds to a comment.");
        }
        if (isRetracted(commentId)) {
            return Outcome.refused("retracted", "This comment was taken back.");
        }
        List<FieldProblem> problems = Upload.problems(List.of(upload));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (documents.count(commentId) >= Upload.MOST_AT_ONCE) {
            return Outcome.refused("full", "A comment has at most " + Upload.MOST_AT_ONCE + " documents.");
        }
        return Outcome.done(documents
                .attach(DocumentSubject.COMMENT, commentId, comment, List.of(upload))
                .get(0));
    }

    /** Takes a comment of one's own back; what it said stays on record, marked. */
    @Requires(Permission.COMMENT)
    public Outcome<UUID> retract(UUID commentId, String reason) {
        Comment comment = get(commentId);
        List<FieldProblem> problems = new ArrayList<>();
        check(problems, "reason", reason, LONGEST_REASON);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (!isOwn(comment)) {
            return Outcome.refused("author", "Only its author takes a comment back.");
        }
        if (isRetracted(commentId)) {
            return Outcome.refused("retracted", "This comment was taken back already.");
        }
        ledger.append(Comment.retraction(UUID.randomUUID(), comment, reason.strip()));
        return Outcome.done(commentId);
    }

    private static void check(List<FieldProblem> problems, String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            problems.add(new FieldProblem(field, "must have 1 to " + longest + " characters"));
        }
    }

    private Comment get(UUID id) {
        Comment comment = em.find(Comment.class, id);
        if (comment == null || comment.retracts() != null) {
            throw new NotFound("comment");
        }
        return comment;
    }

    private static boolean isOwn(Comment comment) {
        return comment.actor().equals(CallerContext.get().actor());
    }

    private boolean isRetracted(UUID commentId) {
        return em.createQuery("select count(c) from Comment c where c.retracts = :comment", Long.class)
                        .setParameter("comment", commentId)
                        .getSingleResult()
                > 0;
    }
}
