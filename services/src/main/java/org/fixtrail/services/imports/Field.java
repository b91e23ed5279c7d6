package org.fixtrail.services.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.jspecify.annotations.Nullable;

/** What a mapping may fill besides key, AI system and times. Lengths are in Unicode code points. */
enum Field {
    TITLE("title", 500),
    DESCRIPTION("description", 20_000),
    SEVERITY("severity", Severity.class),
    CATEGORY("category", MistakeCategory.class),
    KIND("kind", FailureKind.class),
    LEARNING_MODE("learningMode", LearningMode.class),
    VERSION("version", 100),
    DETECTION_SOURCE("detectionSource", 200),
    REFERENCE_URL("referenceUrl", 2_000);

    private final String word;
    private final int maxLength;
    private final @Nullable Class<? extends Enum<?>> choices;

    Field(String word, int maxLength) {
        this.word = word;
        this.maxLength = maxLength;
        this.choices = null;
    }

    Field(String word, Class<? extends Enum<?>> choices) {
        this.word = word;
        this.maxLength = 100;
        this.choices = choices;
    }

    static Optional<Field> named(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    /** How mappings and messages name the field. */
    String word() {
        return word;
    }

    int maxLength() {
        return maxLength;
    }

    /** Whether the field takes one of a few words and not any text. */
    boolean isChoice() {
        return choices != null;
    }

    /** Whether a text is one of the field's words, in any case; always true of free text. */
    boolean allows(String text) {
        return choices == null || Arrays.stream(names()).anyMatch(text.toUpperCase(Locale.ROOT)::equals);
    }

    String allowed() {
        return String.join(", ", names());
    }

    private String[] names() {
        return choices == null
                ? new String[0]
                : Arrays.stream(choices.getEnumConstants()).map(Enum::name).toArray(String[]::new);
    }
}
