package org.fixtrail.services.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Reads files by one mapping. */
public final class ImportReader {
    private final ImportMapping mapping;
    private final ImportLimits limits;
    private final Instant now;

    /** @param now rows with later times are rejected */
    public ImportReader(ImportMapping mapping, ImportLimits limits, Instant now) {
        this.mapping = mapping;
        this.limits = limits;
        this.now = now;
    }

    /**
     * Begins to read a file; closing the answer closes the stream.
     *
     * @param file is read as the rows are taken, never as a whole
     */
    public ImportRows open(InputStream file) throws IOException {
        RowSource source = mapping.format() == ImportFormat.CSV
                ? new CsvRows(file, mapping, limits.maxRowLength())
                : new JsonLinesRows(file, limits.maxRowLength());
        return new ImportRows(mapping, limits, now, source);
    }
}
