package org.fixtrail.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.fixtrail.domain.figure.FigureCell;
import org.fixtrail.domain.figure.FigureScope;
import org.fixtrail.domain.figure.FigureTable;
import org.fixtrail.domain.figure.Figures;
import org.junit.jupiter.api.Test;

class FiguresCsvTest {
    private static final FigureScope YEAR = new FigureScope(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"),
            null,
            Instant.parse("2027-02-01T00:00:00Z"),
            42,
            ZoneOffset.UTC);

    @Test
    void every_figure_names_its_period_as_of_and_known_at_and_no_label_is_a_formula() {
        FigureTable table = new FigureTable(
                "clocks",
                "Clocks",
                "about",
                List.of(new FigureTable.Column("share", "Share"), new FigureTable.Column("p50", "Median")),
                List.of(new FigureTable.Row(
                        "legal:x",
                        "=cmd|' /C calc'!A0",
                        List.of(
                                new FigureCell(FigureCell.Kind.SHARE, 3L, 4L, null, null),
                                new FigureCell(FigureCell.Kind.NOT_REACHED, null, null, 60L, null)))));

        String csv = new String(FiguresCsv.write(new Figures(YEAR, List.of(table))), StandardCharsets.UTF_8);

        String scope = "2026-01-01T00:00:00.000000Z,2027-01-01T00:00:00.000000Z,,2027-02-01T00:00:00.000000Z,42,";
        assertThat(csv.lines())
                .containsExactly(
                        "from,to,system,as_of,known_at,table,row,row_label,figure,figure_label,kind,value,of,lower,upper",
                        scope + "clocks,legal:x,'=cmd|' /C calc'!A0,share,Share,SHARE,3,4,,",
                        scope + "clocks,legal:x,'=cmd|' /C calc'!A0,p50,Median,NOT_REACHED,,,60,");
    }
}
