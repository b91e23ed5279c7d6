package org.fixtrail.web.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.comment.Comment;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.services.comment.FindComments;
import org.fixtrail.web.document.DocumentJson;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it stands.
 *
 * @param subjectId of the clock or report; of a failure without {@code F-}
 * @param author display name; null for a key
 * @param retraction when and why it was taken back; null if it stands
 */
public record CommentJson(
        UUID id,
        CommentSubject subject,
        UUID subjectId,
        String text,
        @Nullable String author,
        Instant recordedAt,
        @Nullable RetractionJson retraction,
        List<DocumentJson> documents) {

    /** That a comment was taken back. */
    public record RetractionJson(Instant recordedAt, String reason) {}

    static CommentJson of(FindComments.CommentRow row) {
        Comment comment = row.comment();
        Comment back = row.retraction();
        return new CommentJson(
                comment.id(),
                comment.subject(),
                comment.subjectId(),
                comment.text(),
                row.author(),
                comment.recordedAt(),
                back == null ? null : new RetractionJson(back.recordedAt(), back.text()),
                row.documents().stream().map(DocumentJson::of).toList());
    }
}
