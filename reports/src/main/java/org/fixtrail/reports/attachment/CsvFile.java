package org.fixtrail.reports.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as RFC 4180 has it, in UTF-8 with a header line. Text is {@linkplain CsvCell defused}, numbers are not;
 * times are ISO 8601 in UTC, durations seconds, and an empty cell means that there is no such value.
 */
public final class CsvFile {
    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    public CsvFile(String... header) {
        try {
            CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header).get();
            this.printer = new CSVPrinter(text, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(@Nullable Object... cells) {
        try {
            for (Object cell : cells) {
                printer.print(written(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object written(@Nullable Object cell) {
        if (cell == null || cell instanceof Number || cell instanceof Boolean) {
            return cell;
        }
        if (cell instanceof Duration duration) {
            return Seconds.of(duration);
        }
        if (cell instanceof Collection<?> many) {
            List<String> parts = many.stream().map(String::valueOf).toList();
            return CsvCell.defused(String.join("; ", parts));
        }
        return CsvCell.defused(cell.toString());
    }
}
