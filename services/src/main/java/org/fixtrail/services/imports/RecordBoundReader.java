package org.fixtrail.services.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets no more than a number of characters through until it is told that a record has ended: a quote that is never
 * closed must not pull the whole file into memory. Readers behind it read ahead by some kilobytes, so the limit is not
 * exact.
 */
final class RecordBoundReader extends FilterReader {

    /** A record is longer than allowed. */
    static final class RecordTooLong extends IOException {
        RecordTooLong() {
            super("record too long");
        }
    }

    private static final int READ_AHEAD = 16_384;

    private final int maxLength;
    private long sinceRecord;

    RecordBoundReader(Reader in, int maxLength) {
        super(in);
        this.maxLength = maxLength;
    }

    void recordEnded() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, Math.min(length, READ_AHEAD));
        return count(read, Math.max(read, 0));
    }

    private int count(int answer, int characters) throws IOException {
        sinceRecord += answer < 0 ? 0 : characters;
        if (sinceRecord > (long) maxLength + READ_AHEAD) {
            throw new RecordTooLong();
        }
        return answer;
    }
}
