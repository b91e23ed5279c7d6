package org.fixtrail.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageDetailsReaderTest {
    @ParameterizedTest
    @EnumSource
    void details_read_back_as_they_were_written(Stage stage) {
        StageDetails details = Story.read(stage, Story.details(stage, Remedy.CODE));
        assertThat(StageDetails.parse(details.toString())).isEqualTo(details);
    }

    @ParameterizedTest
    @EnumSource
    void each_needed_field_is_asked_for(Stage stage) {
        List<String> needed = StageFields.of(stage).stream()
                .filter(StageField::required)
                .map(field -> "details." + field.name())
                .toList();
        assertThat(StageDetailsReader.read(stage, Map.of()).problems())
                .extracting(FieldProblem::field)
                .containsExactlyElementsOf(needed);
    }

    @Test
    void unknown_members_are_refused() {
        assertThat(fields(Stage.DETECTED, Map.of("source", "AUDIT", "admin", true)))
                .containsExactly("details.admin");
    }

    @Test
    void texts_are_bounded_and_hold_no_nul() {
        assertThat(fields(Stage.CURATED, Map.of("reference", "x".repeat(501)))).containsExactly("details.reference");
        assertThat(fields(Stage.CURATED, Map.of("reference", "a\0b"))).containsExactly("details.reference");
        assertThat(fields(Stage.CURATED, Map.of("reference", "  "))).containsExactly("details.reference");
    }

    @Test
    void numbers_are_bounded_before_they_are_computed_with() {
        for (Object bad : List.of("-1", "1.5", "1e99999999", "9".repeat(1_000_000), "NaN", Map.of())) {
            Map<String, Object> details = new HashMap<>(Story.details(Stage.VERIFIED, Remedy.CODE));
            details.put("interactions", bad);
            assertThat(fields(Stage.VERIFIED, details)).containsExactly("details.interactions");
        }
    }

    @Test
    void dates_and_choices_are_checked() {
        Map<String, Object> details = new HashMap<>(Story.details(Stage.DECIDED, Remedy.CODE));
        details.put("targetDate", "2026-02-30");
        details.put("remedy", "PRAYER");
        assertThat(fields(Stage.DECIDED, details)).containsExactly("details.remedy", "details.targetDate");
    }

    @Test
    void thresholds_need_a_metric_a_comparison_and_a_value() {
        Map<String, Object> details = new HashMap<>(Story.details(Stage.DECIDED, Remedy.CODE));
        details.put("thresholds", List.of(Map.of("metric", "recall", "comparison", "ABOUT", "value", "1")));
        assertThat(fields(Stage.DECIDED, details)).contains("details.thresholds");
        details.put("thresholds", List.of("recall"));
        assertThat(fields(Stage.DECIDED, details)).contains("details.thresholds");
    }

    private static List<String> fields(Stage stage, Map<String, Object> details) {
        return StageDetailsReader.read(stage, details).problems().stream()
                .map(FieldProblem::field)
                .distinct()
                .toList();
    }
}
