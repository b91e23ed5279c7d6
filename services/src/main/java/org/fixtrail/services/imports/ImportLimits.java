package org.fixtrail.services.imports;

/**
 * How much of a file is read before reading stops.
 *
 * @param maxRows rows after which the rest of the file is refused
 * @param maxRowLength the longest row: bytes of a JSON line, characters of a CSV record with its line breaks
 */
public record ImportLimits(long maxRows, int maxRowLength) {

    /** 100,000 rows of at most 1 MiB. */
    public static final ImportLimits DEFAULT = new ImportLimits(100_000, 1 << 20);

    public ImportLimits {
        if (maxRows < 1 || maxRowLength < 1) {
            throw new IllegalArgumentException("limits must be positive: " + maxRows + ", " + maxRowLength);
        }
    }
}
