package org.fixtrail.web.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageDetailsReader;
import org.fixtrail.domain.failure.StageField;
import org.fixtrail.domain.failure.StageFields;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageFormTest {
    private static final Timeline EMPTY = Timeline.of(List.of(), Instant.EPOCH, Long.MAX_VALUE);

    @ParameterizedTest
    @EnumSource
    void an_untouched_form_sends_nothing_and_each_needed_field_is_asked_for(Stage stage) {
        StageForm form = new StageForm(stage, EMPTY);

        assertThat(StageDetailsReader.read(stage, form.raw()).problems()).hasSize((int)
                StageFields.of(stage).stream().filter(StageField::required).count());
    }

    @ParameterizedTest
    @EnumSource
    void what_people_enter_is_read_as_details_and_shown_again_to_correct_it(Stage stage) {
        StageForm form = new StageForm(stage, EMPTY);
        form.getInputs().forEach(StageFormTest::enter);
        StageDetailsReader.Reading reading = StageDetailsReader.read(stage, form.raw());
        StageForm again = new StageForm(stage, EMPTY);
        again.fill(reading.details().values());

        assertThat(reading.problems()).isEmpty();
        assertThat(StageDetailsReader.read(stage, again.raw()).details()).isEqualTo(reading.details());
        assertThat(DetailText.of(stage, reading.details()))
                .hasSameSizeAs(form.getInputs())
                .allSatisfy(text -> assertThat(text.lines()).isNotEmpty());
    }

    @Test
    void validation_asks_for_each_metric_of_the_thresholds() {
        StageForm form = new StageForm(Stage.VALIDATED, decided());

        assertThat(input(form, "results").getRows())
                .extracting(row -> row.get("metric"), row -> row.get("wanted"))
                .containsExactly(tuple("recall", "recall at least 0.95"));
    }

    @Test
    void rows_stop_at_fifty() {
        FieldInput results = input(new StageForm(Stage.VALIDATED, EMPTY), "results");
        for (int i = 0; i < 60; i++) {
            results.addRow();
        }

        assertThat(results.getRows()).hasSize(50);
    }

    @Test
    void the_server_counts_occurrences_itself() {
        assertThat(new StageForm(Stage.VERIFIED, EMPTY).getInputs())
                .extracting(FieldInput::getName)
                .doesNotContain("occurrences");
    }

    private static FieldInput input(StageForm form, String name) {
        return form.getInputs().stream()
                .filter(input -> input.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void enter(FieldInput input) {
        switch (input.getKind()) {
            case TEXT, LONG_TEXT -> input.setText("words <b>");
            case DATE -> input.setText("2026-05-01");
            case INTEGER -> input.setText("20");
            case DECIMAL -> input.setText("0.50");
            case CHOICE -> input.setText(input.getChoices().get(0).value());
            case NAMES -> input.setText("Ada\r\n\n Smith, John \n");
            case FAILURE -> input.setText("F-00000000-0000-0000-0000-000000000001 its title");
            case THRESHOLDS ->
                input.getRows().get(1).putAll(Map.of("metric", "recall", "comparison", "AT_LEAST", "value", "0.95"));
            case RESULTS -> input.getRows().get(1).putAll(Map.of("metric", "recall", "affected", "0.4", "fixed", "1"));
        }
    }

    private static Timeline decided() {
        StageDetails details = StageDetails.parse(
                "{\"thresholds\":[{\"comparison\":\"AT_LEAST\",\"metric\":\"recall\",\"value\":\"0.95\"}]}");
        TransitionFact fact = new TransitionFact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                Stage.DECIDED,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                Actor.SERVER,
                details,
                false,
                null,
                null,
                false,
                false);
        return Timeline.of(List.of(fact), Instant.EPOCH, Long.MAX_VALUE);
    }
}
