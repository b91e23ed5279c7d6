package org.fixtrail.web.failure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageField;
import org.fixtrail.domain.failure.StageFields;
import org.fixtrail.domain.failure.Threshold;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;

/** The inputs of a stage, made from the table of what is recorded with it. */
public class StageForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<FieldInput> inputs = new ArrayList<>();

    StageForm(Stage stage, Timeline timeline) {
        for (StageField field : StageFields.of(stage)) {
            if (!isCounted(stage, field)) {
                inputs.add(new FieldInput(field));
            }
        }
        int cycle = timeline.cycle();
        if (stage == Stage.VALIDATED) {
            timeline.reached(cycle, Stage.DECIDED).map(TransitionFact::details).ifPresent(this::askForEachMetric);
        }
        if (stage == Stage.DEPLOYED) {
            timeline.reached(cycle, Stage.RETRAINED)
                    .flatMap(fact -> fact.details().text("version"))
                    .ifPresent(version -> fill(Map.of("version", version)));
        }
    }

    /** The server counts occurrences itself. */
    private static boolean isCounted(Stage stage, StageField field) {
        return stage == Stage.VERIFIED && field.name().equals("occurrences");
    }

    private void askForEachMetric(StageDetails decided) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Threshold threshold : decided.thresholds()) {
            Map<String, String> row = new HashMap<>();
            row.put("metric", threshold.metric());
            row.put("wanted", threshold.toString());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            fill(Map.of("results", rows));
        }
    }

    final void fill(Map<String, ?> values) {
        for (FieldInput input : inputs) {
            Object value = values.get(input.getName());
            if (value != null) {
                input.fill(value);
            }
        }
    }

    Map<String, Object> raw() {
        Map<String, Object> raw = new HashMap<>();
        for (FieldInput input : inputs) {
            Object value = input.raw();
            if (value != null) {
                raw.put(input.getName(), value);
            }
        }
        return raw;
    }

    public List<FieldInput> getInputs() {
        return inputs;
    }
}
