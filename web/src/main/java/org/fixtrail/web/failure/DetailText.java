package org.fixtrail.web.failure;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Remedy;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageField;
import org.fixtrail.domain.failure.StageFields;
import org.fixtrail.domain.failure.Threshold;
import org.fixtrail.domain.failure.ValidationResult;
import org.fixtrail.web.page.NumberText;
import org.fixtrail.web.page.Option;

/**
 * One thing that was recorded with a stage, in words.
 *
 * @param lines what was recorded, one or more
 * @param failureId of the failure that it names, or empty
 */
public record DetailText(String label, List<String> lines, String failureId) {

    /** In the order of the stage's fields; what was not recorded is left out. */
    static List<DetailText> of(Stage stage, StageDetails details) {
        List<DetailText> texts = new ArrayList<>();
        for (StageField field : StageFields.onRecord(stage)) {
            if (details.values().containsKey(field.name())) {
                texts.add(text(field, details));
            }
        }
        return texts;
    }

    /** How people read the choices of a field. */
    static List<Option> choices(StageField field) {
        return field.choices().stream()
                .map(choice -> new Option(choice, label(field.name(), choice)))
                .toList();
    }

    private static DetailText text(StageField field, StageDetails details) {
        String name = field.name();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, DATE, DECIMAL ->
                new DetailText(field.label(), List.of(details.text(name).orElse("")), "");
            case INTEGER ->
                new DetailText(
                        field.label(),
                        List.of(NumberText.exact(details.integer(name).orElse(0L))),
                        "");
            case CHOICE ->
                new DetailText(
                        field.label(), List.of(label(name, details.text(name).orElse(""))), "");
            case NAMES -> new DetailText(field.label(), details.names(name), "");
            case THRESHOLDS ->
                new DetailText(
                        field.label(),
                        details.thresholds().stream().map(Threshold::toString).toList(),
                        "");
            case RESULTS ->
                new DetailText(
                        field.label(),
                        details.results().stream()
                                .map(ValidationResult::toString)
                                .toList(),
                        "");
            case FAILURE -> {
                String id = details.id(name)
                        .map(FailureId::new)
                        .map(FailureId::toString)
                        .orElse("");
                yield new DetailText(field.label(), List.of(id), id);
            }
        };
    }

    private static String label(String field, String constant) {
        return switch (field) {
            case "remedy" -> Remedy.valueOf(constant).label();
            case "category" -> MistakeCategory.valueOf(constant).label();
            case "learningMode" -> LearningMode.valueOf(constant).label();
            default -> Option.words(constant);
        };
    }
}
