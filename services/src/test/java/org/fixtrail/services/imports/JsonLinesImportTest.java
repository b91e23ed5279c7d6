package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.imports.ImportFixture.jsonLines;
import static org.fixtrail.services.imports.ImportFixture.mapping;
import static org.fixtrail.services.imports.ImportFixture.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.fixtrail.services.imports.ImportFixture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesImportTest {
    private static final String GOOD = "{\"id\":\"a\",\"title\":\"T\",\"at\":\"2026-01-01\"}\n";

    /** The bad line is rejected for the reason, the good one after it is read. */
    private static void assertRejected(String line, String reason) throws IOException {
        Outcome outcome = jsonLines(line + "\n" + GOOD);
        assertThat(outcome.onlyRejected().line()).isEqualTo(1);
        assertThat(outcome.onlyRejected().reasons())
                .singleElement()
                .asString()
                .contains(reason)
                .hasSizeLessThan(400);
        assertThat(outcome.failures()).extracting(ImportedFailure::key).containsExactly("a");
        assertThat(outcome.summary().complete()).isTrue();
    }

    @Test
    void a_byte_order_mark_empty_lines_and_crlf_do_no_harm() throws IOException {
        Outcome outcome = jsonLines("\uFEFF" + GOOD.replace("\n", "\r\n") + "\r\n  \n" + GOOD.replace("\"a\"", "7"));

        assertThat(outcome.failures()).extracting(ImportedFailure::key).containsExactly("a", "7");
        assertThat(outcome.rows()).extracting(ImportRow::line).containsExactly(1L, 4L);
    }

    @Test
    void an_empty_file_has_no_rows() throws IOException {
        assertThat(jsonLines("").rows()).isEmpty();
        assertThat(jsonLines("").summary().complete()).isTrue();
    }

    @Test
    void ten_thousand_levels_are_refused() throws IOException {
        assertRejected("{\"id\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "goes beyond a limit");
        assertRejected("{\"id\":".repeat(10_000) + "1" + "}".repeat(10_000), "goes beyond a limit");
    }

    @Test
    void a_line_of_five_mebibytes_is_refused() throws IOException {
        assertRejected("{\"id\":\"" + "x".repeat(5 << 20) + "\"}", "longer than 1048576 bytes");
    }

    @Test
    void an_endless_line_is_read_without_being_held() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 300L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int read = (int) Math.min(left, length);
                java.util.Arrays.fill(buffer, offset, offset + Math.max(read, 0), (byte) 'x');
                left -= read;
                return read <= 0 ? -1 : read;
            }
        };

        Outcome outcome = read(mapping(ImportFixture.JSON_MAPPING), endless, ImportLimits.DEFAULT);

        assertThat(outcome.onlyRejected().reasons()).containsExactly("the line is longer than 1048576 bytes");
    }

    @Test
    void huge_numbers_are_refused() throws IOException {
        assertRejected("{\"id\":" + "9".repeat(100_000) + "}", "goes beyond a limit");
        assertRejected(
                "{\"id\":1e999999,\"title\":\"T\",\"at\":\"2026-01-01\"}", "id holds a number that is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1", "{} {}", "{\"id\":1}]", "nonsense", "{'id':1}", "{\"id\":1,\"id\":2}", "NaN"})
    void what_is_not_json_is_refused(String line) throws IOException {
        assertRejected(line, "not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "1", "null", "\"{}\""})
    void what_is_no_object_is_refused(String line) throws IOException {
        assertRejected(line, "no JSON object");
    }

    @Test
    void broken_utf_8_rejects_its_line_alone() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("{\"id\":\"caf".getBytes(StandardCharsets.UTF_8));
        file.write(0xE9);
        file.writeBytes(("\"}\n" + GOOD).getBytes(StandardCharsets.UTF_8));

        Outcome outcome = read(mapping(ImportFixture.JSON_MAPPING), file.toByteArray());

        assertThat(outcome.onlyRejected().reasons()).containsExactly("the line is not valid UTF-8");
        assertThat(outcome.failures()).hasSize(1);
    }

    @Test
    void escaped_nul_and_half_characters_are_refused() throws IOException {
        assertRejected("{\"id\":\"b\",\"title\":\"x\\u0000y\",\"at\":\"2026-01-01\"}", "title holds a NUL character");
        assertRejected("{\"id\":\"b\",\"title\":\"x\\ud800y\",\"at\":\"2026-01-01\"}", "half of a surrogate pair");
    }

    @Test
    void nulls_and_missing_members_are_absent_everywhere() throws IOException {
        String yaml = ImportFixture.JSON_MAPPING.replace(
                "{title: title}", "{title: [\"a[*].b.c\", title], description: \"x.y[3].z\"}");

        ImportedFailure failure = read(
                        mapping(yaml),
                        "{\"id\":1,\"a\":[null,{\"b\":null},{\"b\":{\"c\":\" \"}},{\"b\":{\"c\":\"found\"}}],\"x\":null,\"at\":\"2026-01-01\"}"
                                .getBytes(StandardCharsets.UTF_8))
                .onlyFailure();

        assertThat(failure.title()).isEqualTo("found");
        assertThat(failure.description()).isNull();
        assertThat(failure.learningMode()).isNull();
    }

    @Test
    void a_path_that_ends_at_a_list_or_an_object_is_told() throws IOException {
        assertRejected(
                "{\"id\":\"b\",\"title\":[\"x\"],\"at\":\"2026-01-01\"}",
                "title leads to a list; the path must go on to one value");
    }

    @Test
    void a_reference_that_is_no_web_address_is_passed_over() throws IOException {
        String yaml = ImportFixture.JSON_MAPPING.replace("{title: title}", "{title: title, referenceUrl: \"refs[*]\"}");
        String line = "{\"id\":1,\"title\":\"T\",\"at\":\"2026-01-01\",\"refs\":[\"javascript:alert(1)\",\"../x\",%s]}";

        assertThat(read(
                                mapping(yaml),
                                line.formatted("\"https://example.org/a?b=c\"").getBytes(StandardCharsets.UTF_8))
                        .onlyFailure()
                        .referenceUrl())
                .isEqualTo("https://example.org/a?b=c");
        assertThat(read(
                                mapping(yaml),
                                line.formatted("\"https://x\\\"onclick=\"").getBytes(StandardCharsets.UTF_8))
                        .onlyFailure()
                        .referenceUrl())
                .isNull();
    }
}
