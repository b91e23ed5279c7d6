package org.fixtrail.web.figure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fixtrail.domain.figure.FigureCell;
import org.fixtrail.domain.figure.FigureTable;
import org.fixtrail.domain.figure.Figures;
import org.jspecify.annotations.Nullable;

/** The figures of a period in the API; all lengths are seconds. */
public record FiguresJson(
        Instant from, Instant to, @Nullable UUID system, Instant asOf, long knownAt, List<TableJson> tables) {

    public static FiguresJson of(Figures figures) {
        return new FiguresJson(
                figures.scope().from(),
                figures.scope().to(),
                figures.scope().systemId(),
                figures.scope().asOf(),
                figures.scope().knownAt(),
                figures.tables().stream().map(TableJson::of).toList());
    }

    /** Figures that belong together; {@code about} says whom they speak of. */
    public record TableJson(String key, String title, String about, List<RowJson> rows) {
        static TableJson of(FigureTable table) {
            return new TableJson(
                    table.key(),
                    table.title(),
                    table.about(),
                    table.rows().stream().map(row -> RowJson.of(table, row)).toList());
        }
    }

    /** A line of a table. */
    public record RowJson(String key, String label, List<CellJson> figures) {
        static RowJson of(FigureTable table, FigureTable.Row row) {
            return new RowJson(
                    row.key(),
                    row.label(),
                    IntStream.range(0, row.cells().size())
                            .mapToObj(i -> CellJson.of(
                                    table.columns().get(i), row.cells().get(i)))
                            .toList());
        }
    }

    /** One figure; what has no value says why in {@code kind}: NOT_REACHED, NO_DATA or NOT_APPLICABLE, never zero. */
    public record CellJson(
            String key,
            FigureCell.Kind kind,
            @Nullable Long value,
            @Nullable Long of,
            @Nullable Long lower,
            @Nullable Long upper) {
        static CellJson of(FigureTable.Column column, FigureCell cell) {
            return new CellJson(column.key(), cell.kind(), cell.value(), cell.of(), cell.lower(), cell.upper());
        }
    }
}
