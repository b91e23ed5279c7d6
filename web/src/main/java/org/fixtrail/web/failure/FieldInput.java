package org.fixtrail.web.failure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.StageField;
import org.fixtrail.web.page.Option;
import org.jspecify.annotations.Nullable;

/** One input of the form of a stage, made from the stage's {@link StageField}. */
public class FieldInput implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int EMPTY_ROWS = 2;
    private static final int MOST_ROWS = 50;
    private static final int FAILURE_ID_LENGTH =
            new FailureId(new java.util.UUID(0, 0)).toString().length();

    private final String name;
    private final String label;
    private final StageField.Kind kind;
    private final boolean required;
    private final List<Option> choices;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private @Nullable String text;

    FieldInput(StageField field) {
        name = field.name();
        label = field.label();
        kind = field.kind();
        required = field.required();
        choices = DetailText.choices(field);
        if (isTable()) {
            for (int i = 0; i < EMPTY_ROWS; i++) {
                addRow();
            }
        }
    }

    /** What is sent for the field; null where nothing was entered. */
    @Nullable
    Object raw() {
        String entered = text;
        return switch (kind) {
            case THRESHOLDS, RESULTS ->
                rows.stream().filter(FieldInput::isFilled).toList();
            case NAMES ->
                entered == null
                        ? null
                        : entered.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList();
            case FAILURE ->
                entered == null
                        ? null
                        : entered.strip().substring(0, Math.min(entered.strip().length(), FAILURE_ID_LENGTH));
            default -> entered;
        };
    }

    /** Shows what was recorded before, to correct it. */
    void fill(Object value) {
        if (isTable() && value instanceof List<?> maps) {
            rows.clear();
            for (Object map : maps) {
                Map<String, String> row = new HashMap<>();
                ((Map<?, ?>) map).forEach((key, cell) -> row.put(key.toString(), String.valueOf(cell)));
                rows.add(row);
            }
        } else if (value instanceof List<?> lines) {
            text = String.join("\n", lines.stream().map(String::valueOf).toList());
        } else {
            text = value.toString();
        }
    }

    public void addRow() {
        if (rows.size() < MOST_ROWS) {
            rows.add(new HashMap<>());
        }
    }

    private static boolean isFilled(Map<String, String> row) {
        return List.of("metric", "value", "affected", "fixed").stream()
                .map(row::get)
                .anyMatch(cell -> cell != null && !cell.isBlank());
    }

    public final boolean isTable() {
        return kind == StageField.Kind.THRESHOLDS || kind == StageField.Kind.RESULTS;
    }

    public boolean isSeveralLines() {
        return kind == StageField.Kind.LONG_TEXT || kind == StageField.Kind.NAMES;
    }

    public boolean isOneLine() {
        return !isTable() && !isSeveralLines() && kind != StageField.Kind.CHOICE && kind != StageField.Kind.FAILURE;
    }

    /** Of the HTML input. */
    public String getType() {
        return kind == StageField.Kind.DATE ? "date" : "text";
    }

    /** Which keyboard a phone shows. */
    public String getInputMode() {
        return switch (kind) {
            case INTEGER -> "numeric";
            case DECIMAL -> "decimal";
            default -> "text";
        };
    }

    /** What the page calls the input that the label belongs to. */
    public String getInputId() {
        if (isTable()) {
            return "table";
        }
        if (isSeveralLines()) {
            return "lines";
        }
        return switch (kind) {
            case CHOICE -> "choice";
            case FAILURE -> "other";
            default -> "line";
        };
    }

    public String getHint() {
        return switch (name) {
            case "people" -> "One name on each line.";
            case "thresholds" -> "Fixed now, before anything is measured; they freeze with the first result.";
            case "reproducingPassShare" -> "From 0 to 1; left empty, all must pass.";
            case "maxFailureRate" -> "From 0 to 1; 0.01 is one in a hundred.";
            case "snapshot" ->
                "Where version, configuration and logs were saved. A serious incident, or a duty to report, needs one, or a reason for none.";
            case "into" -> "Begin to write the title of the other failure.";
            case "interactions" -> "How many there were on the version that carries the fix.";
            default -> "";
        };
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public StageField.Kind getKind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public List<Option> getChoices() {
        return choices;
    }

    public List<Map<String, String>> getRows() {
        return rows;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
