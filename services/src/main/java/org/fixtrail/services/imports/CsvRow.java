package org.fixtrail.services.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One record of a CSV file.
 *
 * @param columns where each column stands, from 0
 */
record CsvRow(long line, Map<String, Integer> columns, List<String> cells) implements RawRow {

    @Override
    public List<String> values(Place place, Consumer<String> problems) {
        Integer column = columns.get(place.name());
        if (column == null) {
            throw new IllegalArgumentException("the header was not checked for " + place.name());
        }
        String cell = cells.get(column).strip();
        return cell.isEmpty() ? List.of() : List.of(cell);
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(cells);
    }
}
