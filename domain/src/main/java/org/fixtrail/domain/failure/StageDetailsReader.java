package org.fixtrail.domain.failure;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns what somebody sent into {@link StageDetails}, or says everything that is wrong with it. Strings, numbers, booleans,
 * lists and maps are taken; nothing is guessed and no unknown member passes.
 */
public final class StageDetailsReader {
    private static final int TEXT_LENGTH = 500;
    private static final int LONG_TEXT_LENGTH = 20_000;
    private static final int ITEMS = 50;
    private static final int DECIMAL_LENGTH = 40;
    private static final long MAX_INTEGER = (1L << 53) - 1;

    private final List<FieldProblem> problems = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();

    private StageDetailsReader() {}

    /** Either details or the problems that keep them from being details. */
    public record Reading(StageDetails details, List<FieldProblem> problems) {}

    public static Reading read(Stage stage, Map<String, ? extends @Nullable Object> raw) {
        StageDetailsReader reader = new StageDetailsReader();
        List<StageField> fields = StageFields.of(stage);
        reader.refuseUnknown(fields, raw.keySet());
        for (StageField field : fields) {
            reader.read(field, raw.get(field.name()));
        }
        return new Reading(new StageDetails(reader.values), List.copyOf(reader.problems));
    }

    private void refuseUnknown(List<StageField> fields, Set<String> names) {
        Set<String> unknown = new HashSet<>(names);
        fields.forEach(field -> unknown.remove(field.name()));
        unknown.stream().sorted().forEach(name -> problem(name, "is not a field of this stage"));
    }

    private void read(StageField field, @Nullable Object raw) {
        if (isAbsent(raw)) {
            if (field.required()) {
                problem(field.name(), field.label() + " is needed");
            }
            return;
        }
        Object value = switch (field.kind()) {
            case TEXT -> text(field, raw, TEXT_LENGTH);
            case LONG_TEXT -> text(field, raw, LONG_TEXT_LENGTH);
            case DATE -> parsed(field, raw, LocalDate::parse, "a date like 2026-03-31");
            case INTEGER -> integer(field, raw);
            case DECIMAL -> decimal(field.name(), raw);
            case CHOICE -> choice(field, raw);
            case NAMES -> list(field, raw, item -> text(field, item, TEXT_LENGTH));
            case THRESHOLDS -> list(field, raw, item -> threshold(field, item));
            case RESULTS -> list(field, raw, item -> result(field, item));
            case FAILURE -> parsed(field, raw, FailureId::parseValue, "the id of a failure");
        };
        if (value != null) {
            values.put(field.name(), value);
        }
    }

    private static boolean isAbsent(@Nullable Object raw) {
        return raw == null
                || (raw instanceof String text && text.isBlank())
                || (raw instanceof Collection<?> items && items.isEmpty());
    }

    private @Nullable String text(StageField field, @Nullable Object raw, int limit) {
        if (!(raw instanceof String text) || text.isBlank()) {
            return problem(field.name(), "must be text");
        }
        String trimmed = text.strip();
        if (trimmed.length() > limit) {
            return problem(field.name(), "is longer than " + limit + " characters");
        }
        if (trimmed.indexOf('\0') >= 0) {
            return problem(field.name(), "holds a NUL character");
        }
        return trimmed;
    }

    private @Nullable String parsed(StageField field, @Nullable Object raw, Function<String, ?> parser, String what) {
        try {
            return parser.apply(String.valueOf(raw)).toString();
        } catch (DateTimeException | IllegalArgumentException e) {
            return problem(field.name(), "must be " + what);
        }
    }

    private @Nullable Object integer(StageField field, @Nullable Object raw) {
        try {
            long number = new BigDecimal(bounded(raw)).longValueExact();
            if (number >= 0 && number <= MAX_INTEGER) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // falls through to the one message
        }
        return problem(field.name(), "must be a whole number, 0 or more");
    }

    private @Nullable String decimal(String name, @Nullable Object raw) {
        try {
            BigDecimal number = new BigDecimal(bounded(raw));
            if (Math.abs((long) number.scale()) <= DECIMAL_LENGTH && number.precision() <= DECIMAL_LENGTH) {
                return number.toPlainString();
            }
        } catch (NumberFormatException e) {
            // falls through to the one message
        }
        return problem(name, "must be a number of at most " + DECIMAL_LENGTH + " digits");
    }

    /** Keeps a number of a million digits from being computed with. */
    private static String bounded(@Nullable Object raw) {
        String text = String.valueOf(raw).strip();
        if (text.length() > DECIMAL_LENGTH + 2) {
            throw new NumberFormatException("too long");
        }
        return text;
    }

    private @Nullable String choice(StageField field, @Nullable Object raw) {
        String name = String.valueOf(raw).strip().toUpperCase(Locale.ROOT);
        return field.choices().contains(name)
                ? name
                : problem(field.name(), "must be one of " + String.join(", ", field.choices()));
    }

    private @Nullable List<?> list(
            StageField field, @Nullable Object raw, Function<@Nullable Object, @Nullable Object> read) {
        Collection<?> items = raw instanceof Collection<?> many ? many : List.of(String.valueOf(raw));
        if (items.size() > ITEMS) {
            return problem(field.name(), "has more than " + ITEMS + " items");
        }
        List<Object> result = new ArrayList<>();
        for (Object item : items) {
            Object value = read.apply(item);
            if (value != null) {
                result.add(value);
            }
        }
        return result.isEmpty() ? null : result;
    }

    private @Nullable Object threshold(StageField field, @Nullable Object raw) {
        Map<?, ?> map = raw instanceof Map<?, ?> given ? given : Map.of();
        String metric = text(field, map.get("metric"), TEXT_LENGTH);
        String value = decimal(field.name(), map.get("value"));
        try {
            Threshold.Comparison comparison = Threshold.Comparison.valueOf(String.valueOf(map.get("comparison")));
            return metric == null || value == null
                    ? null
                    : new Threshold(metric, comparison, new BigDecimal(value)).toDetails();
        } catch (IllegalArgumentException e) {
            return problem(field.name(), "needs a comparison: AT_LEAST or AT_MOST");
        }
    }

    private @Nullable Object result(StageField field, @Nullable Object raw) {
        Map<?, ?> map = raw instanceof Map<?, ?> given ? given : Map.of();
        String metric = text(field, map.get("metric"), TEXT_LENGTH);
        String affected = decimal(field.name(), map.get("affected"));
        String fixed = decimal(field.name(), map.get("fixed"));
        return metric == null || affected == null || fixed == null
                ? null
                : new ValidationResult(metric, new BigDecimal(affected), new BigDecimal(fixed)).toDetails();
    }

    private <T> @Nullable T problem(String field, String problem) {
        problems.add(new FieldProblem("details." + field, problem));
        return null;
    }
}
