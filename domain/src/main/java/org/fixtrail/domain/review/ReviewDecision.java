package org.fixtrail.domain.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a management review decided.
 *
 * @param id stays the same through all entries of its review
 * @param owner who sees to it
 * @param dueOn the day by which it shall be done
 */
public record ReviewDecision(UUID id, String text, String owner, LocalDate dueOn) {

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("id", id.toString());
        members.put("text", text);
        members.put("owner", owner);
        members.put("dueOn", dueOn.toString());
        return members;
    }

    static ReviewDecision of(Map<?, ?> members) {
        return new ReviewDecision(
                UUID.fromString(member(members, "id")),
                member(members, "text"),
                member(members, "owner"),
                LocalDate.parse(member(members, "dueOn")));
    }

    static String member(Map<?, ?> members, String name) {
        return Objects.requireNonNull(members.get(name), name).toString();
    }
}
