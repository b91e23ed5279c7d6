package org.fixtrail.services.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.jspecify.annotations.Nullable;

/** What somebody declares an AI system to be. */
public record SystemFacts(
        String name,
        String purpose,
        RiskClass riskClass,
        OperatorRole operatorRole,
        String owner,
        @Nullable Instant launchedAt) {

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
        return problems;
    }
}
