package org.fixtrail.services.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.intake.Reporter;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside reports.
 *
 * @param name of who reports; may be empty
 * @param contact by which they can be asked; may be empty
 * @param title what went wrong, in a line
 * @param description may be empty
 * @param version of the AI system, as far as they know it; may be empty
 * @param happenedAt when it happened; null if they do not say
 */
public record NewReport(
        Reporter reporter,
        String name,
        String contact,
        String title,
        String description,
        String version,
        @Nullable Instant happenedAt) {

    List<FieldProblem> problems(Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        text(problems, "name", name, 0, 200);
        text(problems, "contact", contact, 0, 200);
        text(problems, "title", title, 1, 200);
        text(problems, "description", description, 0, 10_000);
        text(problems, "version", version, 0, 200);
        if (happenedAt != null && happenedAt.isAfter(now.plus(Timeline.CLOCK_SKEW))) {
            problems.add(new FieldProblem("happenedAt", "is in the future"));
        }
        return problems;
    }

    private static void text(List<FieldProblem> problems, String field, String text, int least, int most) {
        if (text.strip().length() < least || text.length() > most || text.indexOf('\0') >= 0) {
            problems.add(new FieldProblem(field, "must have " + least + " to " + most + " characters"));
        }
    }
}
