package org.fixtrail.services.imports;

import java.util.Optional;

/**
 * Where in a row a value stands.
 *
 * @param name the column's name, or the path as the mapping writes it
 * @param path empty for CSV
 */
record Place(String name, Optional<JsonPath> path) {

    /** @throws IllegalArgumentException with a readable message if the text names no place in such a file */
    static Place parse(String text, ImportFormat format) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the name of a column is missing");
        }
        return new Place(text, format == ImportFormat.JSONL ? Optional.of(JsonPath.parse(text)) : Optional.empty());
    }
}
