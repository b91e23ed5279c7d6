package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.imports.ImportFixture.CSV_MAPPING;
import static org.fixtrail.services.imports.ImportFixture.problems;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportMappingTest {

    @Test
    void both_examples_are_sound() throws IOException {
        assertThat(RepositoryFiles.example("llm-incidents.yaml").source()).isEqualTo("llm-incidents");
        assertThat(RepositoryFiles.example("avid.yaml").format()).isEqualTo(ImportFormat.JSONL);
    }

    @Test
    void all_problems_are_told_with_line_and_path() {
        assertThat(problems("""
                source: Not A Name
                format: xml
                keys: id
                system: {from: s, atMost: 5000, colour: red}
                fields:
                  titel: title
                  severity:
                    from: s
                    values: {a: TERRIBLE}
                    defualt: LOW
                constants: {kind: INCIDENT, category: SILLY}
                times: {formats: [bogus], zone: Mars/Olympus, timeOfDay: "25:00", ambiguous: maybe}
                stages: {ANALYSED: x, MERGED: y, WON: z}
                checks: [{column: c, notBefore: DETECTED}, {column: d}]
                extra: {DEPLOYED: {Note: n}}
                truncate: [version]
                """))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).startsWith("line 1, source: must name where"),
                        p -> assertThat(p).isEqualTo("line 2, format: must be csv or jsonl"),
                        p -> assertThat(p).startsWith("line 3, keys: is not a known key here"),
                        p -> assertThat(p).isEqualTo("line 1, key: must name a column"),
                        p -> assertThat(p).isEqualTo("line 4, system.atMost: must be a number from 1 to 1000"),
                        p -> assertThat(p).startsWith("line 4, system.colour: is not a known key here"),
                        p -> assertThat(p).startsWith("line 6, fields.titel: is no field"),
                        p -> assertThat(p)
                                .isEqualTo("line 9, fields.severity.values.a: \"TERRIBLE\" is none of LOW, MEDIUM,"
                                        + " HIGH, CRITICAL"),
                        p -> assertThat(p).startsWith("line 10, fields.severity.defualt: is not a known key here"),
                        p -> assertThat(p).startsWith("line 11, constants.category: \"SILLY\" is none of"),
                        p -> assertThat(p).startsWith("line 6, fields: title is missing"),
                        p -> assertThat(p).startsWith("line 12, times.formats: \"bogus\" is neither iso nor"),
                        p -> assertThat(p).startsWith("line 12, times.zone: \"Mars/Olympus\" is no time zone"),
                        p -> assertThat(p).startsWith("line 12, times.timeOfDay: \"25:00\" is no time of day"),
                        p -> assertThat(p).startsWith("line 12, times.ambiguous: must be"),
                        p -> assertThat(p).startsWith("line 13, stages.MERGED: is no stage that can be imported"),
                        p -> assertThat(p).startsWith("line 13, stages.WON: is no stage that can be imported"),
                        p -> assertThat(p).startsWith("line 13, stages: must have EMERGED or DETECTED"),
                        p -> assertThat(p).startsWith("line 14, checks[0].notBefore: names a stage that is not in"),
                        p -> assertThat(p).startsWith("line 14, checks[1]: must have notBefore or notAfter"),
                        p -> assertThat(p).startsWith("line 15, extra.DEPLOYED: is not in stages"),
                        p -> assertThat(p).startsWith("line 16, truncate: can hold"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: id|key: {from: id, all: [id]}|line 3, key: must have either from or all",
                "key: id|key: {hashOf: id}|line 3, key: must have either from or all",
                "key: id|key:|line 3, key: has no value",
                "key: id|key: [[id]]|line 3, key: must be one text",
                "format: csv|format: jsonl\\ncsv: {quote: x}|line 3, csv: is only for the format csv",
                "format: csv|format: csv\\ncsv: {charset: latin1}|line 3, csv.charset: can only be utf-8",
                "format: csv|format: csv\\ncsv: {delimiter: ab}|line 3, csv.delimiter: must be a comma",
                "{title: title}|{title: title, kind: k}|line 6, constants.kind: is in fields and in constants",
                "{title: title}|{title: {from: t, values: {a: b, A: c}}}|line 5, fields.title.values.A: is there twice",
                "{title: title}|[title]|line 5, fields: must hold keys with values"
            })
    void one_mistake_is_told(String right, String wrong, String problem) {
        String yaml = CSV_MAPPING.replace(right, wrong.replace("\\n", "\n"));

        assertThat(problems(yaml)).anySatisfy(p -> assertThat(p).startsWith(problem));
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        assertThat(problems(CSV_MAPPING + "key: other\n")).containsExactly("line 9, key: the key is there twice");
    }

    @Test
    void bad_json_paths_are_told() {
        assertThat(problems(ImportFixture.JSON_MAPPING.replace("key: id", "key: \"a..b[\"")))
                .containsExactly("line 3, key: \"a..b[\" is no place in a row: a name is missing at character 3");
    }

    @Test
    void what_is_too_large_is_not_parsed() throws IOException {
        assertThat(problems(CSV_MAPPING + "#".repeat(ImportMapping.MAX_BYTES)))
                .containsExactly("line 1: the mapping is larger than 65536 bytes");

        InputStream large = new ByteArrayInputStream(new byte[10_000_000]);
        assertThat(ImportMapping.parse(large)).isInstanceOf(MappingResult.Refused.class);
        assertThat(large.available()).isEqualTo(10_000_000 - ImportMapping.MAX_BYTES - 1);
    }

    @Test
    void a_billion_laughs_are_refused() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }

        assertThat(problems(yaml + CSV_MAPPING)).singleElement().asString().contains("not valid YAML", "aliases");
    }

    @Test
    void few_aliases_are_allowed_and_bounded_ones_cannot_multiply() {
        assertThat(ImportFixture.mapping(
                                CSV_MAPPING.replace("key: id", "key: &k id").replace("at}", "*k }"))
                        .stages())
                .hasSize(1);
        assertThat(problems("a: &a [&b [*a, *b]]\n" + CSV_MAPPING)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deep_nesting_is_refused_before_the_stack_ends(String level) {
        assertThat(problems(level.repeat(10_000))).isNotEmpty().hasSizeLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "just text", "- a\n- b\n", "a: b\n---\nc: d\n", "a: [", "\u0001", "%YAML 9"})
    void what_is_no_mapping_is_refused(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void tags_make_no_objects() {
        String yaml = CSV_MAPPING.replace("key: id", "key: !!javax.script.ScriptEngineManager [a]");

        assertThat(ImportFixture.mapping(yaml).key().from())
                .extracting(Place::name)
                .containsExactly("a");
    }

    @Test
    void broken_utf_8_is_refused() {
        MappingResult result = ImportMapping.parse(new byte[] {'a', ':', ' ', (byte) 0xE9});

        assertThat(result).isEqualTo(new MappingResult.Refused(List.of("line 1: the mapping is not valid UTF-8")));
    }

    @Test
    void a_byte_order_mark_is_tolerated() {
        byte[] yaml = ("\uFEFF" + CSV_MAPPING).getBytes(StandardCharsets.UTF_8);

        assertThat(ImportMapping.parse(yaml)).isInstanceOf(MappingResult.Parsed.class);
    }
}
