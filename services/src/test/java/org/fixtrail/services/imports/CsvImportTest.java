package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.imports.ImportFixture.csv;
import static org.fixtrail.services.imports.ImportFixture.mapping;
import static org.fixtrail.services.imports.ImportFixture.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixtrail.services.imports.ImportFixture.Outcome;
import org.junit.jupiter.api.Test;

class CsvImportTest {
    private static final String HEADER = "id,title,at\n";
    private static final String GOOD = "a,Wrong answer,2026-01-02T03:04:05Z\n";

    @Test
    void an_empty_file_is_told_from_one_with_a_header_alone() throws IOException {
        assertThat(csv("").stopped().reason()).contains("empty");
        assertThat(csv("\uFEFF").stopped().reason()).contains("empty");

        assertThat(csv(HEADER).rows()).isEmpty();
        assertThat(csv(HEADER).summary().complete()).isTrue();
    }

    @Test
    void a_missing_column_is_named_with_those_that_are_there() throws IOException {
        assertThat(csv("id,titel,at\n" + GOOD).stopped())
                .isEqualTo(
                        new ImportRow.Stopped(
                                1,
                                "the header does not fit the mapping: there is no column \"title\". The header has: at, id, titel"));
    }

    @Test
    void a_column_that_is_there_twice_is_refused_only_where_the_mapping_uses_it() throws IOException {
        assertThat(csv("id,title,at,title\n").stopped().reason()).contains("several columns \"title\"");
        assertThat(csv("id,title,at,note,note\na,T,2026-01-01,x,y\n").failures())
                .hasSize(1);
    }

    @Test
    void rows_with_too_few_or_too_many_cells_are_rejected_and_reading_goes_on() throws IOException {
        Outcome outcome = csv(HEADER + "x,y\n" + "x,y,2026-01-01,z\n" + GOOD);

        assertThat(outcome.rejected())
                .containsExactly(
                        new ImportRow.Rejected(2, null, List.of("the row has 2 cells, the header has 3")),
                        new ImportRow.Rejected(3, null, List.of("the row has 4 cells, the header has 3")));
        assertThat(outcome.failures()).hasSize(1);
    }

    @Test
    void lines_are_counted_as_an_editor_shows_them() throws IOException {
        Outcome outcome = csv(String.join(
                "\r\n",
                "id,title,at",
                "a,\"one\r\ntwo\",2026-01-01",
                "",
                "b,\"three\n\nfour\",2026-01-01",
                "c,five,2026-01-01"));

        assertThat(outcome.rows()).extracting(ImportRow::line).containsExactly(2L, 5L, 8L);
        assertThat(outcome.failures())
                .extracting(ImportedFailure::title)
                .containsExactly("one two", "three four", "five");
    }

    @Test
    void a_byte_order_mark_before_a_quoted_header_is_no_part_of_it() throws IOException {
        assertThat(csv("\uFEFF\"id\",\"title\",\"at\"\r\n" + GOOD).onlyFailure().key())
                .isEqualTo("a");
    }

    @Test
    void a_row_with_broken_utf_8_is_rejected_and_the_next_one_is_read() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + "x,caf").getBytes(StandardCharsets.UTF_8));
        file.write(0xE9);
        file.writeBytes((",2026-01-01\n" + GOOD).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(new byte[] {'y', ',', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ',', 'z', '\n'});

        Outcome outcome = read(mapping(ImportFixture.CSV_MAPPING), file.toByteArray());

        assertThat(outcome.rejected())
                .containsExactly(
                        new ImportRow.Rejected(2, null, List.of("the row is not valid UTF-8")),
                        new ImportRow.Rejected(4, null, List.of("the row is not valid UTF-8")));
        assertThat(outcome.failures()).hasSize(1);
    }

    @Test
    void a_file_in_utf_16_is_refused_as_a_whole() throws IOException {
        Outcome outcome = read(mapping(ImportFixture.CSV_MAPPING), (HEADER + GOOD).getBytes(StandardCharsets.UTF_16));

        assertThat(outcome.stopped().reason()).contains("not UTF-8");
    }

    @Test
    void nul_characters_are_refused() throws IOException {
        assertThat(csv(HEADER + "a,x\0y,2026-01-01\n").onlyRejected().reasons())
                .containsExactly("the row holds a NUL character");
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_reading_before_memory_fills() throws IOException {
        String file = HEADER + GOOD + "b,\"" + "x,y\n".repeat(1_500_000);

        Outcome outcome = csv(file);

        assertThat(outcome.failures()).hasSize(1);
        assertThat(outcome.stopped().line()).isEqualTo(3);
        assertThat(outcome.stopped().reason()).contains("perhaps a quote is not closed");
    }

    @Test
    void text_after_a_closing_quote_ends_the_reading_with_its_line() throws IOException {
        Outcome outcome = csv(HEADER + GOOD + "b,\"x\"y,2026-01-01\n" + "c,z,2026-01-01\n");

        assertThat(outcome.stopped().line()).isEqualTo(3);
        assertThat(outcome.stopped().reason()).contains("quotes");
        assertThat(csv(HEADER + "b,\"x").stopped().line()).isEqualTo(2);
    }

    @Test
    void formulas_and_markup_are_kept_as_they_are() throws IOException {
        String title = "=HYPERLINK(\"\"http://x\"\") <script>alert(1)</script> {{7*7}}";

        assertThat(csv(HEADER + "@a,\"" + title + "\",2026-01-01\n").onlyFailure())
                .returns("@a", ImportedFailure::key)
                .returns("=HYPERLINK(\"http://x\") <script>alert(1)</script> {{7*7}}", ImportedFailure::title);
    }

    @Test
    void missing_cells_are_named_all_at_once() throws IOException {
        assertThat(csv(HEADER + ",  ,\n").onlyRejected())
                .isEqualTo(new ImportRow.Rejected(
                        2,
                        null,
                        List.of(
                                "the key is missing",
                                "the title is missing",
                                "there is no time of EMERGED or DETECTED")));
    }

    @Test
    void a_second_row_with_the_same_key_is_repeated_if_equal_and_rejected_if_not() throws IOException {
        Outcome outcome = csv(HEADER + GOOD + GOOD + "a,Other,2026-01-01\n");

        assertThat(outcome.rows().get(1)).isEqualTo(new ImportRow.Repeated(3, "a", 2));
        assertThat(outcome.onlyRejected().reasons())
                .containsExactly("the key \"a\" belongs to a different row on line 2");
        assertThat(outcome.summary().rows()).isEqualTo(3);
    }

    @Test
    void a_key_whose_first_row_was_rejected_is_free() throws IOException {
        assertThat(csv(HEADER + "a,,2026-01-01\n" + GOOD).failures()).hasSize(1);
    }

    @Test
    void a_title_that_is_too_long_is_refused_unless_the_mapping_cuts_it() throws IOException {
        String file = HEADER + "a," + "\uD83D\uDE00".repeat(501) + ",2026-01-01\n";

        assertThat(csv(file).onlyRejected().reasons())
                .containsExactly("title has 501 characters, at most 500 are allowed");
        String cut = read(
                        mapping(ImportFixture.CSV_MAPPING + "truncate: [title]\n"),
                        file.getBytes(StandardCharsets.UTF_8))
                .onlyFailure()
                .title();
        assertThat(cut).isEqualTo("\uD83D\uDE00".repeat(499) + "…");
    }

    @Test
    void rows_beyond_the_limit_are_not_read() throws IOException {
        byte[] file = (HEADER + "a,x,2026-01-01\nb,x,2026-01-01\nc,x,2026-01-01\n").getBytes(StandardCharsets.UTF_8);
        ImportMapping mapping = mapping(ImportFixture.CSV_MAPPING);

        Outcome two = read(mapping, new ByteArrayInputStream(file), new ImportLimits(2, 100));
        Outcome three = read(mapping, new ByteArrayInputStream(file), new ImportLimits(3, 100));

        assertThat(two.stopped()).isEqualTo(new ImportRow.Stopped(4, "a file may have at most 2 rows; divide it"));
        assertThat(two.failures()).hasSize(2);
        assertThat(three.summary().complete()).isTrue();
    }

    @Test
    void a_wrong_column_does_not_make_a_system_for_each_row() throws IOException {
        String yaml = ImportFixture.CSV_MAPPING.replace("{constant: Assistant}", "{from: title, atMost: 1}");
        Outcome outcome = read(
                mapping(yaml),
                (HEADER + "a,x,2026-01-01\nb,y,2026-01-01\nc,x,2026-01-01\n").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.failures()).extracting(ImportedFailure::key).containsExactly("a", "c");
        assertThat(outcome.onlyRejected().reasons().get(0)).contains("would be more than 1");
    }

    @Test
    void another_delimiter_and_words_for_nothing_can_be_named() throws IOException {
        String yaml = ImportFixture.CSV_MAPPING.replace("{title: title}", "{title: title, version: v}")
                + "csv: {delimiter: \";\", quote: \"'\"}\nabsent: [NaN, n/a]\n";

        ImportedFailure failure = read(
                        mapping(yaml), "id;title;at;v\na;'x;y';2026-01-01;nan\n".getBytes(StandardCharsets.UTF_8))
                .onlyFailure();

        assertThat(failure.title()).isEqualTo("x;y");
        assertThat(failure.version()).isNull();
    }

    @Test
    void keys_of_several_columns_cannot_collide() throws IOException {
        String yaml = ImportFixture.CSV_MAPPING.replace("key: id", "key: {all: [id, title]}");

        Outcome outcome = read(
                mapping(yaml), (HEADER + "a|b,c,2026-01-01\n" + "a,b|c,2026-01-01\n").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.failures()).extracting(ImportedFailure::key).containsExactly("a\\|b|c", "a|b\\|c");
    }

    @Test
    void a_column_without_any_value_is_reported_as_perhaps_misspelt() throws IOException {
        String yaml = ImportFixture.CSV_MAPPING.replace("{title: title}", "{title: title, version: v}");
        Outcome outcome = read(mapping(yaml), "id,title,at,v\na,x,2026-01-01,\n".getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.summary().neverFound()).containsExactly("v");
    }
}
