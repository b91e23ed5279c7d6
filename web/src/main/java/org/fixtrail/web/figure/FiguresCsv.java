package org.fixtrail.web.figure;

import java.util.UUID;
import org.fixtrail.domain.figure.FigureCell;
import org.fixtrail.domain.figure.FigureTable;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.reports.attachment.CsvFile;

/** Figures as CSV: a line each, which names its period, its as-of and its known-at. */
final class FiguresCsv {
    private FiguresCsv() {}

    static byte[] write(Figures figures) {
        CsvFile file = new CsvFile(
                "from",
                "to",
                "system",
                "as_of",
                "known_at",
                "table",
                "row",
                "row_label",
                "figure",
                "figure_label",
                "kind",
                "value",
                "of",
                "lower",
                "upper");
        for (FigureTable table : figures.tables()) {
            for (FigureTable.Row row : table.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    line(file, figures, table, row, i);
                }
            }
        }
        return file.bytes();
    }

    private static void line(CsvFile file, Figures figures, FigureTable table, FigureTable.Row row, int column) {
        FigureCell cell = row.cells().get(column);
        UUID system = figures.scope().systemId();
        file.row(
                Moments.text(figures.scope().from()),
                Moments.text(figures.scope().to()),
                system == null ? null : system.toString(),
                Moments.text(figures.scope().asOf()),
                figures.scope().knownAt(),
                table.key(),
                row.key(),
                row.label(),
                table.columns().get(column).key(),
                table.columns().get(column).label(),
                cell.kind().name(),
                cell.value(),
                cell.of(),
                cell.lower(),
                cell.upper());
    }
}
