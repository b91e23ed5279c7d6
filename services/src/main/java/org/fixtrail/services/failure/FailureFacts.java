package org.fixtrail.services.failure;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.jspecify.annotations.Nullable;

/** What is said of a failure; versioned, since figures filter and group by it. */
public record FailureFacts(
        String title,
        String description,
        Severity severity,
        MistakeCategory category,
        FailureKind kind,
        @Nullable LearningMode learningMode,
        @Nullable String affectedVersion) {

    static FailureFacts of(FailureRevision said) {
        return new FailureFacts(
                said.title(),
                said.description(),
                said.severity(),
                said.category(),
                said.kind(),
                said.learningMode(),
                said.affectedVersion());
    }

    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (title.isBlank() || title.length() > 500) {
            problems.add(new FieldProblem("title", "must have 1 to 500 characters"));
        }
        if (description.length() > 20_000) {
            problems.add(new FieldProblem("description", "is longer than 20,000 characters"));
        }
        if ((title + description).indexOf('\0') >= 0) {
            problems.add(new FieldProblem("title", "title or description holds a NUL character"));
        }
        if (affectedVersion != null && affectedVersion.length() > 200) {
            problems.add(new FieldProblem("affectedVersion", "is longer than 200 characters"));
        }
        return problems;
    }
}
