package org.fixtrail.domain.review;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A decision of an earlier review as it stood when a later one took it as an input.
 *
 * @param reviewId the review that decided it
 * @param doneAt when it was done; null while it is not
 * @param note what was said of it last; may be empty
 */
public record EarlierDecision(
        UUID reviewId, ReviewDecision decision, @Nullable Instant doneAt, String note) {

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new TreeMap<>(decision.members());
        members.put("review", reviewId.toString());
        members.put("doneAt", Moments.textOrNull(doneAt));
        members.put("note", note);
        return members;
    }

    static EarlierDecision of(Map<?, ?> members) {
        Object done = members.get("doneAt");
        return new EarlierDecision(
                UUID.fromString(ReviewDecision.member(members, "review")),
                ReviewDecision.of(members),
                done == null ? null : Instant.parse(done.toString()),
                ReviewDecision.member(members, "note"));
    }
}
