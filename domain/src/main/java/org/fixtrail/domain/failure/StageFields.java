package org.fixtrail.domain.failure;

import static org.fixtrail.domain.failure.StageField.optional;
import static org.fixtrail.domain.failure.StageField.required;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.StageField.Kind;

/** The one table of what is recorded with each stage; API, pages and reports follow it. */
public final class StageFields {
    /** Who or what noticed a failure. */
    public static final List<String> DETECTION_SOURCES =
            List.of("MONITORING", "USER_REPORT", "STAFF", "OUTSIDE_REPORT", "AUDIT", "AUTHORITY", "OTHER");

    /** Added by the server where a time is that of a merged failure; nobody can send it. */
    static final StageField MERGED_FROM = optional("mergedFrom", "From the merged", Kind.FAILURE);

    private static final StageField NOTE = optional("note", "Note", Kind.LONG_TEXT);
    private static final StageField REFERENCE = optional("reference", "Reference", Kind.TEXT);
    private static final StageField REASON = required("reason", "Reason", Kind.LONG_TEXT);

    private StageFields() {}

    public static List<StageField> of(Stage stage) {
        return switch (stage) {
            case EMERGED -> List.of(REFERENCE, NOTE);
            case DETECTED ->
                List.of(
                        new StageField("source", "Source of detection", Kind.CHOICE, true, DETECTION_SOURCES),
                        REFERENCE,
                        NOTE);
            case ANALYSED ->
                List.of(
                        required("rootCause", "Root cause", Kind.LONG_TEXT),
                        choice("category", "Mistake category", true, MistakeCategory.values()),
                        required("people", "People", Kind.NAMES),
                        choice("learningMode", "Learning mode that failed", false, LearningMode.values()),
                        REFERENCE,
                        NOTE);
            case DECIDED ->
                List.of(
                        choice("remedy", "Remedy", true, Remedy.values()),
                        required("owner", "Owner", Kind.TEXT),
                        required("targetDate", "Target date", Kind.DATE),
                        required("thresholds", "Acceptance thresholds", Kind.THRESHOLDS),
                        optional("reproducingPassShare", "Share of reproducing cases that must pass", Kind.DECIMAL),
                        required("observationDays", "Observation window in days", Kind.INTEGER),
                        required("minExposure", "Interactions that the window must see", Kind.INTEGER),
                        required("maxFailureRate", "Failure rate to stay below", Kind.DECIMAL),
                        optional("snapshot", "Evidence snapshot", Kind.TEXT),
                        optional("noSnapshotReason", "Why there is no evidence snapshot", Kind.LONG_TEXT),
                        NOTE);
            case CURATED -> List.of(required("reference", "Reference", Kind.TEXT), NOTE);
            case RETRAINED -> List.of(required("version", "Version that carries the fix", Kind.TEXT), REFERENCE, NOTE);
            case VALIDATED, VALIDATION_FAILED ->
                List.of(
                        required("results", "Results", Kind.RESULTS),
                        required("reproducingCases", "Reproducing cases", Kind.INTEGER),
                        required("failedOnAffected", "Failed on the affected version", Kind.INTEGER),
                        required("passedOnFixed", "Passed on the fixed version", Kind.INTEGER),
                        REFERENCE,
                        NOTE);
            case REVIEWED -> List.of(required("conclusion", "Conclusion", Kind.LONG_TEXT), REFERENCE);
            case DEPLOYED -> List.of(required("version", "Version", Kind.TEXT), REFERENCE, NOTE);
            case VERIFIED ->
                List.of(
                        required("interactions", "Interactions in the window", Kind.INTEGER),
                        optional("occurrences", "Occurrences in the window", Kind.INTEGER),
                        NOTE);
            case CONTAINED -> List.of(required("measure", "Measure", Kind.LONG_TEXT), REFERENCE);
            case DISMISSED, RETIRED -> List.of(REASON);
            case MERGED -> List.of(required("into", "Merged into", Kind.FAILURE), REASON);
            case RISK_ACCEPTED -> List.of(REASON, required("expiresOn", "Expires on", Kind.DATE));
        };
    }

    /** As {@link #of}, with what the server may have added. */
    public static List<StageField> onRecord(Stage stage) {
        return stage == Stage.EMERGED || stage == Stage.DETECTED
                ? Stream.concat(of(stage).stream(), Stream.of(MERGED_FROM)).toList()
                : of(stage);
    }

    private static StageField choice(String name, String label, boolean required, Enum<?>[] values) {
        return new StageField(
                name,
                label,
                Kind.CHOICE,
                required,
                Arrays.stream(values).map(Enum::name).toList());
    }
}
