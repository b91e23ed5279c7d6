package org.fixtrail.domain.comment;

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
import org.jspecify.annotations.Nullable;

/** What somebody said about a failure, clock or report; or, with {@link #retracts}, why they take that back. Both stay. */
@Entity
@Table(name = "comment")
public class Comment extends Act {
    @Enumerated(EnumType.STRING)
    @Column(name = "subject")
    private CommentSubject subject;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "text")
    private String text;

    @Column(name = "retracts")
    private @Nullable UUID retracts;

    @SuppressWarnings("NullAway.Init")
    protected Comment() {}

    /** @param failureId the failure itself, or that of the clock or report */
    public Comment(UUID id, CommentSubject subject, UUID subjectId, UUID failureId, UUID systemId, String text) {
        super(id);
        this.subject = subject;
        this.subjectId = subjectId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.text = text;
    }

    /** The act by which a comment is taken back. */
    public static Comment retraction(UUID id, Comment of, String reason) {
        Comment retraction = new Comment(id, of.subject, of.subjectId, of.failureId, of.systemId, reason);
        retraction.retracts = of.id();
        return retraction;
    }

    public CommentSubject subject() {
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

    /** Plain text; the reason, where it takes a comment back. */
    public String text() {
        return text;
    }

    /** The comment that this one takes back, or null. */
    public @Nullable UUID retracts() {
        return retracts;
    }

    @Override
    public ActType type() {
        return ActType.COMMENT_MADE;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("subject", subject)
                .and("subjectId", subjectId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("text", text)
                .and("retracts", retracts)
                .map();
    }
}
