package org.fixtrail.services.failure;

import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;

/** Checks the words in which somebody says why. */
final class Reasons {
    private static final int LENGTH = 5_000;

    private Reasons() {}

    /** What is wrong with a reason that must be given. */
    static List<FieldProblem> problems(String field, String reason) {
        if (reason.isBlank() || reason.length() > LENGTH) {
            return List.of(new FieldProblem(field, "say why, in 1 to 5,000 characters"));
        }
        return reason.indexOf('\0') >= 0 ? List.of(new FieldProblem(field, "holds a NUL character")) : List.of();
    }
}
