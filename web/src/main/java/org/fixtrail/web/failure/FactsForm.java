package org.fixtrail.web.failure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.failure.FailureFacts;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;

/** The inputs for what is said of a failure. */
public class FactsForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, String> entered = new HashMap<>();

    void fill(FailureRevision revision) {
        entered.put("title", revision.title());
        entered.put("description", revision.description());
        entered.put("severity", revision.severity().name());
        entered.put("category", revision.category().name());
        entered.put("kind", revision.kind().name());
        LearningMode mode = revision.learningMode();
        entered.put("learningMode", mode == null ? "" : mode.name());
        entered.put("affectedVersion", Objects.requireNonNullElse(revision.affectedVersion(), ""));
    }

    /** What nobody should fill in for the user. */
    List<FieldProblem> missing() {
        List<FieldProblem> missing = new ArrayList<>();
        if (Choice.text(entered.get("title")) == null) {
            missing.add(new FieldProblem("title", "is needed"));
        }
        for (String name : List.of("severity", "category", "kind")) {
            if (Choice.text(entered.get(name)) == null) {
                missing.add(new FieldProblem(name, "must be chosen"));
            }
        }
        return missing;
    }

    /** Only where nothing is {@link #missing}. */
    FailureFacts facts() {
        return new FailureFacts(
                text("title"),
                text("description"),
                Severity.valueOf(text("severity")),
                MistakeCategory.valueOf(text("category")),
                FailureKind.valueOf(text("kind")),
                Choice.of(LearningMode.class, entered.get("learningMode")),
                Choice.text(entered.get("affectedVersion")));
    }

    String text(String name) {
        return Objects.requireNonNullElse(entered.get(name), "");
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public List<Option> getSeverities() {
        return Option.of(Severity.values(), Severity::label);
    }

    public List<Option> getCategories() {
        return Option.of(MistakeCategory.values(), MistakeCategory::label);
    }

    public List<Option> getKinds() {
        return Option.of(FailureKind.values(), FailureKind::label);
    }

    public List<Option> getLearningModes() {
        return Option.of(LearningMode.values(), LearningMode::label);
    }
}
