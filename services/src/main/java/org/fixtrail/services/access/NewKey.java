package org.fixtrail.services.access;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;

/**
 * What every key needs.
 *
 * @param label what it is for, as people see it
 * @param days how long it works, 1 to 365
 */
public record NewKey(String label, int days) {
    public static final int MOST_DAYS = 365;

    private static final int LONGEST_LABEL = 200;

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (label.isBlank() || label.strip().length() > LONGEST_LABEL) {
            problems.add(new FieldProblem("label", "must have 1 to 200 characters"));
        }
        if (days < 1 || days > MOST_DAYS) {
            problems.add(new FieldProblem("days", "must be from 1 to " + MOST_DAYS));
        }
        return problems;
    }
}
