package org.fixtrail.services.imports;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream of bytes at line feeds and never holds more than the longest allowed line. */
final class BoundedLines implements Closeable {

    /** @param bytes without the line feed; cut at the limit if {@code tooLong} */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Line(long number, byte[] bytes, boolean tooLong) {}

    private final InputStream in;
    private final int maxLength;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    BoundedLines(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        do {
            int end = lineFeedOrEnd();
            int kept = Math.min(end - from, maxLength - bytes.size());
            bytes.write(buffer, from, kept);
            tooLong |= kept < end - from;
            from = end;
        } while (from == to && fill());
        from = Math.min(from + 1, to);
        return new Line(number, bytes.toByteArray(), tooLong);
    }

    private int lineFeedOrEnd() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether the buffer holds a byte that was not yet taken. */
    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(in.read(buffer), 0);
        }
        return from < to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
