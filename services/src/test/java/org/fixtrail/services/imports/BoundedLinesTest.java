package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLinesTest {

    /** Gives at most so many bytes at a time, as a network does. */
    private static InputStream slowly(String text, int step) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, step));
            }
        };
    }

    private static List<String> split(InputStream in, int maxLength) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BoundedLines split = new BoundedLines(in, maxLength)) {
            for (BoundedLines.Line line = split.next(); line != null; line = split.next()) {
                lines.add(line.number()
                        + (line.tooLong() ? "!" : "=")
                        + new String(line.bytes(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void lines_are_the_same_however_the_bytes_arrive(int step) throws IOException {
        assertThat(split(slowly("ab\n\ncdef\nghij\r\nk", step), 4))
                .containsExactly("1=ab", "2=", "3=cdef", "4!ghij", "5=k");
    }

    @ParameterizedTest
    @CsvSource({"65534", "65535", "65536", "65537", "131072"})
    void lines_may_end_at_the_end_of_the_buffer(int length) throws IOException {
        String line = "x".repeat(length);

        assertThat(split(slowly(line + "\n" + line + "\n", Integer.MAX_VALUE), 1 << 20))
                .containsExactly("1=" + line, "2=" + line);
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "'a\n', 1", "'\n', 1", "'\n\n', 2", "'', 0"})
    void a_last_line_feed_begins_no_line(String text, int lines) throws IOException {
        assertThat(split(slowly(text, 1), 10)).hasSize(lines);
    }
}
