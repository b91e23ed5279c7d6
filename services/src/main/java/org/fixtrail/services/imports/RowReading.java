package org.fixtrail.services.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/** Makes a failure of one row, or collects all reasons why it cannot be one. Used once. */
final class RowReading {
    private static final int DETAIL_LENGTH = 20_000;

    private final ImportMapping mapping;
    private final PresentValues values;
    private final RawRow row;
    private final RowTimes rowTimes;
    private final List<String> reasons = new ArrayList<>();

    RowReading(ImportMapping mapping, RawRow row, Instant now, PlaceUse use) {
        this.mapping = mapping;
        this.row = row;
        this.values = new PresentValues(row, mapping.absent(), use, this::refuse);
        this.rowTimes = new RowTimes(mapping, values, now, this::refuse);
    }

    ImportRow read() {
        String key = key();
        String system = system();
        String title = text(Field.TITLE);
        Severity severity = choice(Field.SEVERITY, Severity.class);
        MistakeCategory category = choice(Field.CATEGORY, MistakeCategory.class);
        FailureKind kind = choice(Field.KIND, FailureKind.class);
        LearningMode learningMode = choice(Field.LEARNING_MODE, LearningMode.class);
        String description = text(Field.DESCRIPTION);
        String version = text(Field.VERSION);
        String detectionSource = text(Field.DETECTION_SOURCE);
        String referenceUrl = referenceUrl();
        Map<Stage, StageTime> times = rowTimes.stages();
        List<Contradiction> contradictions = rowTimes.contradictions(times);
        Map<Stage, Map<String, String>> details = details();
        if (!reasons.isEmpty()
                || key == null
                || system == null
                || title == null
                || severity == null
                || category == null
                || kind == null) {
            return new ImportRow.Rejected(row.line(), key, reasons);
        }
        return new ImportRow.Accepted(
                row.line(),
                new ImportedFailure(
                        key,
                        system,
                        title,
                        description,
                        severity,
                        category,
                        kind,
                        learningMode,
                        version,
                        detectionSource,
                        referenceUrl,
                        RowTimes.instants(times),
                        RowTimes.dateOnly(times),
                        details,
                        contradictions));
    }

    private void refuse(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** Says that something is missing, unless a reason since {@code before} already says what is wrong with it. */
    private void refuseMissing(String what, int before) {
        if (reasons.size() == before) {
            refuse(what + " is missing");
        }
    }

    private @Nullable String key() {
        KeyRule rule = mapping.key();
        int before = reasons.size();
        String key = rule.all().isEmpty() ? values.first(rule.from()) : values.joined(rule.all());
        if (key == null && !rule.hashOf().isEmpty()) {
            key = values.hashed(rule.hashOf());
        }
        if (key == null) {
            refuseMissing("the key", before);
        }
        return key == null ? null : bounded("key", key, KeyRule.MAX_LENGTH, false);
    }

    private @Nullable String system() {
        int before = reasons.size();
        String name = translated(mapping.system().name());
        if (name == null) {
            refuseMissing("the AI system", before);
            return null;
        }
        return bounded("system", Text.oneLine(name), SystemRule.MAX_LENGTH, false);
    }

    private @Nullable String translated(ValueRule rule) {
        String value = values.first(rule.from());
        if (value == null) {
            return rule.absent();
        }
        return rule.otherwise() == null || rule.translates(value) ? rule.translate(value) : rule.otherwise();
    }

    private @Nullable String text(Field field) {
        ValueRule rule = mapping.fields().get(field);
        int before = reasons.size();
        String text = rule == null ? null : translated(rule);
        if (text == null) {
            if (field == Field.TITLE) {
                refuseMissing("the title", before);
            }
            return null;
        }
        String shaped = field == Field.DESCRIPTION ? text.strip() : Text.oneLine(text);
        return bounded(field.word(), shaped, field.maxLength(), mapping.cut().contains(field.word()));
    }

    private @Nullable String bounded(String name, String text, int maxLength, boolean cut) {
        String refusal = Text.refusal(text);
        if (refusal != null) {
            refuse(name + " " + refusal);
            return null;
        }
        if (Text.length(text) > maxLength && !cut) {
            refuse(name + " has " + Text.length(text) + " characters, at most " + maxLength + " are allowed");
            return null;
        }
        return Text.cut(text, maxLength);
    }

    private <E extends Enum<E>> @Nullable E choice(Field field, Class<E> type) {
        ValueRule rule = mapping.fields().get(field);
        if (rule == null) {
            return null;
        }
        int before = reasons.size();
        String value = values.first(rule.from());
        String word = value == null ? rule.absent() : chosen(field, rule, value);
        if (word != null) {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        }
        if (value != null) {
            refuse(field.word() + " " + Text.quoted(value) + " is not in the mapping's values");
        } else if (field != Field.LEARNING_MODE) {
            refuseMissing("the " + field.word(), before);
        }
        return null;
    }

    /** With a table of values only the table counts, else the word itself must be one of the field's. */
    private static @Nullable String chosen(Field field, ValueRule rule, String value) {
        boolean known = rule.values().isEmpty() ? field.allows(value) : rule.translates(value);
        return known ? rule.translate(value) : rule.otherwise();
    }

    /** The first value that is a web address: pages show it as a link, so nothing else may stand there. */
    private @Nullable String referenceUrl() {
        ValueRule rule = mapping.fields().get(Field.REFERENCE_URL);
        if (rule == null) {
            return null;
        }
        List<String> all = values.all(rule.from());
        String constant = rule.absent();
        String url = (all.isEmpty() && constant != null ? List.of(constant) : all)
                .stream()
                        .map(rule::translate)
                        .filter(text -> text.matches("(?i)https?://[^\\s\\x00-\\x1F\"<>]+"))
                        .findFirst()
                        .orElse(null);
        return url == null ? null : bounded(Field.REFERENCE_URL.word(), url, Field.REFERENCE_URL.maxLength(), false);
    }

    private Map<Stage, Map<String, String>> details() {
        Map<Stage, Map<String, String>> details = new EnumMap<>(Stage.class);
        boolean cut = mapping.cut().contains(MappingReader.EXTRA);
        mapping.extra()
                .forEach((stage, texts) -> texts.forEach((name, places) -> {
                    String text = values.first(places);
                    String kept = text == null ? null : bounded(stage + " " + name, text, DETAIL_LENGTH, cut);
                    if (kept != null) {
                        details.computeIfAbsent(stage, any -> new LinkedHashMap<>())
                                .put(name, kept);
                    }
                }));
        return details;
    }
}
