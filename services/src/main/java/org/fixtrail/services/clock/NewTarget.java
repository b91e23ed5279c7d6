package org.fixtrail.services.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.clock.HeldTime;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A target that somebody wants to set: failures of a severity get from one stage to another within a time.
 *
 * @param systemId for the failures of one AI system; null for those of all
 * @param validFrom applies to cycles that reached {@code fromStage} at this moment or later; null for from now on
 */
public record NewTarget(
        Severity severity,
        @Nullable UUID systemId,
        Stage fromStage,
        Stage toStage,
        TargetTerms terms,
        @Nullable Instant validFrom) {
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final int LONGEST_WEEKS = 521;

    /** For all AI systems, in elapsed time, without pauses. */
    public NewTarget(
            Severity severity,
            Stage fromStage,
            Stage toStage,
            int amount,
            TargetUnit unit,
            @Nullable Instant validFrom) {
        this(severity, null, fromStage, toStage, TargetTerms.elapsed(amount, unit), validFrom);
    }

    List<FieldProblem> problems(Instant now, Optional<HeldTime> working) {
        List<FieldProblem> problems = new ArrayList<>(lengthProblems(terms, working));
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

    /** @param working the organisation's working time, if it is stated */
    static List<FieldProblem> lengthProblems(TargetTerms terms, Optional<HeldTime> working) {
        if (terms.counting() == TargetCounting.WORKING_TIME && working.isEmpty()) {
            return List.of(new FieldProblem("counting", "needs the working time: state it first"));
        }
        return terms.amount() < 1 || terms.amount() > 100_000 || isTooLong(terms, working)
                ? List.of(new FieldProblem("amount", "must be at least 1 and at most ten years"))
                : List.of();
    }

    /** Longer than ten years, in working time as ordinary weeks have it. */
    static boolean isTooLong(TargetTerms terms, Optional<HeldTime> working) {
        return terms.counting() == TargetCounting.ELAPSED
                ? terms.length(Duration.ofDays(1)).compareTo(LONGEST) > 0
                : working.map(HeldTime::time)
                        .filter(time ->
                                terms.length(time.day()).compareTo(time.week().multipliedBy(LONGEST_WEEKS)) > 0)
                        .isPresent();
    }
}
