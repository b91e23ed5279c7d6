package org.fixtrail.domain.failure;

import java.util.List;

/**
 * One thing that is recorded with a stage.
 *
 * @param name member of the details in the API and in the ledger
 * @param label how pages and reports name it
 * @param choices the allowed values of a {@link Kind#CHOICE}, else empty
 */
public record StageField(String name, String label, Kind kind, boolean required, List<String> choices) {

    /** What a field holds; every kind is bounded. */
    public enum Kind {
        /** Up to 500 characters on one line. */
        TEXT,
        /** Up to 20,000 characters. */
        LONG_TEXT,
        /** A calendar day, ISO 8601. */
        DATE,
        /** A whole number from 0 to 2<sup>53</sup> − 1. */
        INTEGER,
        /** A decimal number, kept as the text that was given. */
        DECIMAL,
        /** One of {@link StageField#choices}. */
        CHOICE,
        /** Up to 50 names. */
        NAMES,
        /** Up to 50 acceptance thresholds, see {@link Threshold}. */
        THRESHOLDS,
        /** Up to 50 measured results, see {@link ValidationResult}. */
        RESULTS,
        /** The id of a failure of the same organisation. */
        FAILURE
    }

    public StageField {
        choices = List.copyOf(choices);
    }

    static StageField required(String name, String label, Kind kind) {
        return new StageField(name, label, kind, true, List.of());
    }

    static StageField optional(String name, String label, Kind kind) {
        return new StageField(name, label, kind, false, List.of());
    }
}
