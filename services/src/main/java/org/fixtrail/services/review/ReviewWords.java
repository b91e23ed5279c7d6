package org.fixtrail.services.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.review.ReviewDecision;
import org.jspecify.annotations.Nullable;

/**
 * What people enter into a review.
 *
 * @param context changes in context, and whatever else was looked at; may be empty
 * @param participants who took part
 * @param decisions what was decided, all of it: those that are left out are gone
 */
public record ReviewWords(String context, List<String> participants, List<NewDecision> decisions) {
    private static final int LONGEST_CONTEXT = 20_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PARTICIPANTS = 50;
    private static final int MOST_DECISIONS = 100;

    public ReviewWords {
        participants = List.copyOf(participants);
        decisions = List.copyOf(decisions);
    }

    /**
     * A decision as it is entered.
     *
     * @param id of one that the review has already; null for a new one
     * @param dueOn the day by which it shall be done; needed
     */
    public record NewDecision(
            @Nullable UUID id,
            String text,
            String owner,
            @Nullable LocalDate dueOn) {}

    /** @param known ids of the decisions that the review has */
    List<FieldProblem> problems(Set<UUID> known) {
        List<FieldProblem> problems = new ArrayList<>();
        text(problems, "context", context, 0, LONGEST_CONTEXT);
        if (participants.size() > MOST_PARTICIPANTS) {
            problems.add(new FieldProblem("participants", "must be at most " + MOST_PARTICIPANTS));
        }
        participants.forEach(name -> text(problems, "participants", name, 1, LONGEST_NAME));
        if (decisions.size() > MOST_DECISIONS) {
            problems.add(new FieldProblem("decisions", "must be at most " + MOST_DECISIONS));
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            NewDecision decision = decisions.get(i);
            String field = "decisions[" + i + "]";
            text(problems, field + ".text", decision.text(), 1, LONGEST_TEXT);
            text(problems, field + ".owner", decision.owner(), 1, LONGEST_NAME);
            LocalDate due = decision.dueOn();
            if (due == null || due.getYear() < 2000 || due.getYear() > 2999) {
                problems.add(new FieldProblem(field + ".dueOn", "must be a day like 2026-03-31"));
            }
            UUID id = decision.id();
            if (id != null && (!known.contains(id) || !seen.add(id))) {
                problems.add(new FieldProblem(field + ".id", "must name a decision of this review, once"));
            }
        }
        return problems;
    }

    static void text(List<FieldProblem> problems, String field, String text, int least, int most) {
        boolean whole = text.codePoints()
                .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (text.strip().length() < least || text.length() > most || !whole) {
            problems.add(new FieldProblem(field, "must have " + least + " to " + most + " characters"));
        }
    }

    List<String> names() {
        return participants.stream().map(String::strip).toList();
    }

    List<ReviewDecision> decided() {
        return decisions.stream()
                .map(decision -> new ReviewDecision(
                        Objects.requireNonNullElseGet(decision.id(), UUID::randomUUID),
                        decision.text().strip(),
                        decision.owner().strip(),
                        Objects.requireNonNull(decision.dueOn(), "dueOn")))
                .toList();
    }
}
