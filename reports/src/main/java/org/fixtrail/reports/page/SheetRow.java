package org.fixtrail.reports.page;

import org.jspecify.annotations.Nullable;

/**
 * A line of a page of running text. Which fields a line has depends on its kind.
 *
 * @param kind HEADING (label), PARAGRAPH (text), PAIR (label, text), CODE (label, text), TILES (numbers and their labels)
 */
record SheetRow(
        String kind,
        @Nullable String label,
        @Nullable String text,
        @Nullable String number1,
        @Nullable String label1,
        @Nullable String number2,
        @Nullable String label2,
        @Nullable String number3,
        @Nullable String label3,
        @Nullable String number4,
        @Nullable String label4) {

    static SheetRow heading(String label) {
        return line("HEADING", label, null);
    }

    static SheetRow paragraph(String text) {
        return line("PARAGRAPH", null, text);
    }

    static SheetRow pair(String label, String text) {
        return line("PAIR", label, text);
    }

    /** A pair whose text is for machines, such as a hash. */
    static SheetRow code(String label, String text) {
        return line("CODE", label, text);
    }

    static SheetRow tiles(Tile one, Tile two, Tile three, Tile four) {
        return new SheetRow(
                "TILES",
                null,
                null,
                one.number(),
                one.label(),
                two.number(),
                two.label(),
                three.number(),
                three.label(),
                four.number(),
                four.label());
    }

    /** A count and what it counts. */
    record Tile(String number, String label) {
        static Tile of(long count, String label) {
            return new Tile(Wording.number(count), label);
        }
    }

    private static SheetRow line(String kind, @Nullable String label, @Nullable String text) {
        return new SheetRow(kind, label, text, null, null, null, null, null, null, null, null);
    }
}
