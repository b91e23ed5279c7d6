package org.fixtrail.services.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePackReaderTest {
    private static final String PACK = """
            pack: OWN
            edition: "2026"
            title: Our own
            rules:
              - id: OWN-1
                title: Tell the board
                article: Clause 1
                address: https://example.org/policy
                confidence: U
                from: 2026-01-01
                limits: [{start: aware, length: 3, unit: d}]
                counting: strict
                addressee: organisation
            """;

    private static RulePackReading read(String yaml) {
        return RulePackReader.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String yaml) {
        return read(yaml) instanceof RulePackReading.Refused refused ? refused.problems() : List.of();
    }

    @Test
    void a_pack_of_an_organisation_is_read() {
        assertThat(read(PACK)).isInstanceOf(RulePackReading.Read.class);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            unit: d                 | unit: y                 | line 11, rules[0].limits[0].unit: must be one of h, d, wd, wk, mo
            length: 3               | length: 0               | line 11, rules[0].limits[0].length: must be a whole number
            length: 3               | length: 999999          | line 11, rules[0].limits[0].length: must be from 1 to 3660
            length: 3               | length: three           | line 11, rules[0].limits[0].length: must be a whole number
            start: aware            | start: lunch            | line 11, rules[0].limits[0].start: must be one of aware, aware_reportable
            counting: strict        | counting: lunar         | line 12, rules[0].counting: must be one of eu1182, dora, strict
            addressee: organisation | addressee: nobody       | line 13, rules[0].addressee: must be one of market_surveillance_authority
            confidence: U           | confidence: X           | line 9, rules[0].confidence: must be one of P, Pc, S, U
            article: Clause 1       | articel: Clause 1       | line 5, rules[0].article: is missing
            article: Clause 1       | articel: Clause 1       | line 7, rules[0].articel: is not a known key here
            https://example.org     | ftp://example.org       | line 8, rules[0].address: must be an address that begins with https://
            from: 2026-01-01        | from: 1 January         | line 10, rules[0].from: must be a date like 2026-08-02
            from: 2026-01-01        | from: 9999-01-01        | line 10, rules[0].from: must be a date like 2026-08-02
            from: 2026-01-01        | until: 0001-01-01       | line 10, rules[0].until: must be a date like 2026-08-02
            from: 2026-01-01        | when: [rain]            | line 10, rules[0].when: must be some of death
            from: 2026-01-01        | repeat: always          | line 10, rules[0].repeat: can only be until_resolved
            from: 2026-01-01        | practical: [{from: 2027-01-01}] | line 10, rules[0].practical[0].scope: is missing
            title: Our own          | titel: Our own          | line 3, titel: is not a known key here
            pack: OWN               | pack: own pack          | line 1, pack: must be up to 30 of A-Z, 0-9 and dash
            id: OWN-1               | id: <script>            | line 5, rules[0].id: must be up to 40 letters, digits, dots and dashes
            """)
    void what_is_wrong_is_refused_with_its_place(String right, String wrong, String problem) {
        assertThat(PACK).contains(right);
        assertThat(problems(PACK.replace(right, wrong)))
                .anySatisfy(told -> assertThat(told).startsWith(problem));
    }

    @ParameterizedTest
    @CsvSource({"article", "address", "confidence", "id", "title", "counting", "addressee"})
    void a_rule_without_its_source_or_another_member_is_refused(String member) {
        String without = PACK.replaceAll("(?m)^(  - |    )" + member + ": .*$", "$1other: x");

        assertThat(problems(without)).contains("line 5, rules[0]." + member + ": is missing");
    }

    @Test
    void a_double_id_is_refused() {
        String rule = PACK.substring(PACK.indexOf("  - id:"));

        assertThat(problems(PACK + rule)).containsExactly("line 14, rules[1].id: is there twice: OWN-1");
    }

    @Test
    void a_rule_that_asks_for_nothing_is_refused() {
        assertThat(problems(PACK.replaceAll("(?m)^    limits: .*\n", "")))
                .containsExactly("line 5, rules[0]: needs limits or atOnce");
    }

    @Test
    void a_pack_without_rules_and_what_is_no_pack_are_refused() {
        assertThat(problems(PACK.substring(0, PACK.indexOf("  - id:")).replace("rules:", "rules: []")))
                .containsExactly("line 4, rules: must hold 1 to 500 rules");
        assertThat(problems("")).containsExactly("line 1: the rule pack is empty");
        assertThat(problems("- a")).isNotEmpty();
        assertThat(problems(": ]")).isNotEmpty();
        assertThat(problems("#".repeat(RulePackReader.MAX_BYTES + 1)))
                .containsExactly("line 1: the rule pack is larger than 262144 bytes");
    }
}
