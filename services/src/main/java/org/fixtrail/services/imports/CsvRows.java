package org.fixtrail.services.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fixtrail.services.imports.RecordBoundReader.RecordTooLong;
import org.fixtrail.services.imports.RowSource.Item.Broken;
import org.fixtrail.services.imports.RowSource.Item.Row;
import org.fixtrail.services.imports.RowSource.Item.Stop;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file as in RFC 4180. In UTF-8 no part of a character looks like a comma, a quote or a line break, so
 * records can be told apart even where bytes are broken: the broken bytes are read as {@link #BROKEN} and the record that
 * holds one is refused. A quote in the wrong place, in contrast, ends the reading.
 */
final class CsvRows implements RowSource {
    /** U+FFFF is no character and cannot come from a sound text. */
    private static final String BROKEN = "\uFFFF";

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final RecordBoundReader reader;
    private final CSVParser parser;
    private final List<Place> places;
    private final int maxLength;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private boolean headerRead;

    CsvRows(InputStream in, ImportMapping mapping, int maxLength) throws IOException {
        this.reader = new RecordBoundReader(decoder(in), maxLength);
        this.parser =
                CSVParser.builder().setReader(reader).setFormat(format(mapping)).get();
        this.places = mapping.places();
        this.maxLength = maxLength;
    }

    private static Reader decoder(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, BOM.length);
        byte[] head = start.readNBytes(BOM.length);
        if (!Arrays.equals(head, BOM)) {
            start.unread(head);
        }
        return new InputStreamReader(
                start,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(BROKEN));
    }

    private static CSVFormat format(ImportMapping mapping) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(mapping.csvDelimiter())
                .setQuote(mapping.csvQuote())
                .get();
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (!headerRead) {
            headerRead = true;
            Stop wrong = readHeader();
            if (wrong != null) {
                return wrong;
            }
        }
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            try {
                CSVRecord record = nextRecord();
                if (record == null) {
                    return null;
                }
                if (!isEmptyLine(record)) {
                    return item(line, record.toList());
                }
            } catch (CSVException | RecordTooLong e) {
                return new Stop(line, reason(e));
            }
        }
    }

    private @Nullable Stop readHeader() throws IOException {
        try {
            CSVRecord header = nextRecord();
            return header == null ? new Stop(1, "the file is empty: a header is missing") : check(header.toList());
        } catch (CSVException | RecordTooLong e) {
            return new Stop(1, reason(e));
        }
    }

    private @Nullable Stop check(List<String> header) {
        if (header.stream().anyMatch(name -> name.contains(BROKEN) || name.indexOf('\0') >= 0)) {
            return new Stop(1, "the header is not UTF-8 text; save the file as UTF-8");
        }
        width = header.size();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String name = header.get(i).strip();
            if (columns.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
        }
        List<String> problems = new ArrayList<>();
        for (Place place : places) {
            if (!columns.containsKey(place.name())) {
                problems.add("there is no column " + Text.quoted(place.name()));
            } else if (twice.contains(place.name())) {
                problems.add("there are several columns " + Text.quoted(place.name()));
            }
        }
        return problems.isEmpty() ? null : new Stop(1, "the header does not fit the mapping: " + described(problems));
    }

    private String described(List<String> problems) {
        String names =
                Text.cut(String.join(", ", columns.keySet().stream().sorted().toList()), 1_000);
        return String.join("; ", problems) + ". The header has: " + names;
    }

    private @Nullable CSVRecord nextRecord() throws IOException {
        try {
            var records = parser.iterator();
            CSVRecord record = records.hasNext() ? records.next() : null;
            reader.recordEnded();
            return record;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isEmptyLine(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    private Item item(long line, List<String> cells) {
        if (cells.size() != width) {
            return new Broken(line, "the row has " + cells.size() + " cells, the header has " + width);
        }
        if (cells.stream().anyMatch(cell -> cell.contains(BROKEN))) {
            return new Broken(line, "the row is not valid UTF-8");
        }
        if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            return new Broken(line, "the row holds a NUL character");
        }
        return new Row(new CsvRow(line, columns, cells));
    }

    private String reason(IOException e) {
        return e instanceof RecordTooLong
                ? "the row is longer than " + maxLength + " characters; perhaps a quote is not closed"
                : "the quotes of the row are wrong, so that rows cannot be told apart: "
                        + Text.cut(Text.oneLine(String.valueOf(e.getMessage())), 200);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
