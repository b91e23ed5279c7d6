package org.fixtrail.services.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.jspecify.annotations.Nullable;

/**
 * What somebody declares an AI system to be.
 *
 * @param contexts where and by whom it is used
 * @param learningModes the ways in which it is declared to learn
 */
public record SystemFacts(
        String name,
        String purpose,
        RiskClass riskClass,
        OperatorRole operatorRole,
        String owner,
        String contexts,
        List<LearningMode> learningModes,
        @Nullable Instant launchedAt) {

    public SystemFacts {
        learningModes = List.copyOf(learningModes);
    }

    /** Of which no more than this is known. */
    public static SystemFacts named(String name) {
        return new SystemFacts(name, "", RiskClass.UNCLASSIFIED, OperatorRole.DEPLOYER, "", "", List.of(), null);
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.length() > 200) {
            problems.add(new FieldProblem("name", "must have 1 to 200 characters"));
        }
        if (purpose.length() > 5_000) {
            problems.add(new FieldProblem("purpose", "is longer than 5,000 characters"));
        }
        if (owner.length() > 200) {
            problems.add(new FieldProblem("owner", "is longer than 200 characters"));
        }
        if (contexts.length() > 5_000) {
            problems.add(new FieldProblem("contexts", "is longer than 5,000 characters"));
        }
        if (learningModes.contains(LearningMode.NONE)) {
            problems.add(new FieldProblem("learningModes", "NONE is no way to learn: leave the list empty"));
        }
        return problems;
    }
}
