package org.fixtrail.services.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A target that somebody wants to set: failures of a severity get from one stage to another within a time.
 *
 * @param validFrom applies to cycles that reached {@code fromStage} at this moment or later; null for from now on
 */
public record NewTarget(
        Severity severity,
        Stage fromStage,
        Stage toStage,
        int amount,
        TargetUnit unit,
        @Nullable Instant validFrom) {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    List<FieldProblem> problems(Instant now) {
        List<FieldProblem> problems = new ArrayList<>(lengthProblems(amount, unit));
        if (!fromStage.onLine() || fromStage == Stage.VERIFIED) {
            problems.add(new FieldProblem("fromStage", "must be a stage of the line before Verified"));
        }
        if (toStage == Stage.CONTAINED && fromStage.number() > Stage.DETECTED.number()
                || toStage != Stage.CONTAINED && toStage.number() <= fromStage.number()) {
            problems.add(new FieldProblem("toStage", "must come after the first stage"));
        }
        Instant from = validFrom;
        if (from != null && from.isAfter(now.plus(Duration.ofDays(366)))) {
            problems.add(new FieldProblem("validFrom", "must be within a year from now"));
        }
        return problems;
    }

    static List<FieldProblem> lengthProblems(int amount, TargetUnit unit) {
        return amount < 1 || amount > 100_000 || unit.times(amount).compareTo(LONGEST) > 0
                ? List.of(new FieldProblem("amount", "must be at least 1 and at most ten years"))
                : List.of();
    }
}
