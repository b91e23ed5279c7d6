package org.fixtrail.domain.figure;

import java.util.List;

/**
 * Figures that belong together.
 *
 * @param key names the table for programs, such as {@code clocks}; never changes its meaning
 * @param title for people
 * @param about whom the figures speak of, and what the denominators are
 */
public record FigureTable(String key, String title, String about, List<Column> columns, List<Row> rows) {
    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width)) {
            throw new IllegalArgumentException("a row of " + key + " has not as many cells as columns");
        }
    }

    /** What the cells below each other say. */
    public record Column(String key, String label) {}

    /**
     * A line.
     *
     * @param key names it for programs within its table
     * @param cells one for each column
     */
    public record Row(String key, String label, List<FigureCell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
