package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Outcome;

/** Says what a test expects of the answer of a use case. */
final class Outcomes {
    private Outcomes() {}

    static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("not done: " + outcome);
    }

    /** The name of the rule that spoke against it; with a reason for people. */
    static String rule(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            assertThat(refused.reason()).isNotBlank();
            return refused.rule();
        }
        throw new AssertionError("not refused: " + outcome);
    }

    static List<String> fields(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.problems().stream().map(FieldProblem::field).toList();
        }
        throw new AssertionError("not refused: " + outcome);
    }
}
