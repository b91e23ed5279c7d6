package org.fixtrail.services.obligation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Limit;
import org.fixtrail.domain.obligation.PracticalFrom;
import org.fixtrail.domain.obligation.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePacksTest {
    private final RulePacks packs = new RulePacks();

    @Test
    void each_law_has_its_pack() {
        assertThat(packs.all().stream().map(RulePack::id))
                .containsExactly("AIA", "COP", "GDPR", "NIS2", "DORA", "CRA", "US", "ISO42001");
    }

    /** The reference list of clocks, line by line: id, limits, counting, confidence. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            AIA-73-2    | 15 d aware_serious_incident               | eu1182 | Pc
            AIA-73-3    | 2 d aware_serious_incident                | eu1182 | Pc
            AIA-73-4    | 10 d aware_serious_incident               | eu1182 | Pc
            AIA-26-5    | 24 h deployer_identifies                  | strict | S
            AIA-79-2    | 15 wd authority_order                     | eu1182 | Pc
            COP-9.3-1   | 2 d aware_model_involvement               | strict | Pc
            COP-9.3-2   | 5 d aware_model_involvement               | strict | Pc
            COP-9.3-3   | 10 d aware_model_involvement              | strict | Pc
            COP-9.3-4   | 15 d aware_model_involvement              | strict | Pc
            COP-9.3-I   | 4 wk last_report                          | strict | Pc
            COP-9.3-F   | 60 d resolved                             | strict | Pc
            GDPR-33     | 72 h controller_aware                     | eu1182 | Pc
            NIS2-EW     | 24 h aware_significant                    | strict | Pc
            NIS2-IN     | 72 h aware_significant                    | strict | Pc
            NIS2-FR     | 1 mo notification_submitted               | strict | Pc
            DORA-I      | 4 h classified_major, 24 h aware          | dora   | Pc
            DORA-I-late | 4 h classified_major                      | dora   | Pc
            DORA-M      | 72 h initial_submitted                    | dora   | Pc
            DORA-F      | 1 mo last_intermediate_submitted          | dora   | Pc
            CA-SB53     | 15 d discovered                           | strict | Pc
            CA-SB53-24  | 24 h discovered_imminent_risk             | strict | Pc
            NY-RAISE    | 72 h determined_or_reasonable_belief      | strict | S
            NY-RAISE-24 | 24 h discovered_imminent_risk             | strict | S
            IL-SB315    | 72 h sufficient_reason_to_believe         | strict | S
            CO-26-189   | 30 d adverse_outcome                      | strict | S
            """)
    void every_clock_of_the_reference_list_is_there(String id, String limits, String counting, String confidence) {
        ClockRule rule = packs.rule(id).orElseThrow();

        assertThat(rule.limits().stream().map(RulePacksTest::words).collect(joining(", ")))
                .isEqualTo(limits);
        assertThat(rule.counting().code()).isEqualTo(counting);
        assertThat(rule.source().confidence().code()).isEqualTo(confidence);
    }

    private static String words(Limit limit) {
        return limit.length().amount() + " " + limit.length().unit().code() + " "
                + limit.start().code();
    }

    @Test
    void beside_the_list_there_are_reminders_and_the_clocks_of_the_table() {
        assertThat(packs.all().stream()
                        .flatMap(pack -> pack.rules().stream())
                        .filter(ClockRule::isReminder)
                        .map(ClockRule::id))
                .containsExactly("AIA-20-1", "AIA-20-2", "AIA-55-1-C", "GDPR-33-2", "GDPR-34", "ISO-42001-10.2");
        assertThat(packs.all().stream().mapToInt(pack -> pack.rules().size()).sum())
                .isEqualTo(25 + 6 + 8);
    }

    @Test
    void article_73_applies_formally_before_it_bites() {
        ClockRule rule = packs.rule("AIA-73-3").orElseThrow();

        assertThat(rule.applies().isInForce(LocalDate.of(2026, 8, 1))).isFalse();
        assertThat(rule.applies().isInForce(LocalDate.of(2026, 8, 2))).isTrue();
        assertThat(rule.applies().practical())
                .containsExactly(
                        new PracticalFrom(LocalDate.of(2027, 12, 2), "Annex III"),
                        new PracticalFrom(LocalDate.of(2028, 8, 2), "Annex I"));
        assertThat(rule.applies().when()).containsOnly(Fact.WIDESPREAD_INFRINGEMENT, Fact.CRITICAL_INFRASTRUCTURE);
        assertThat(rule.source().article()).isEqualTo("Article 73(3)");
    }

    @Test
    void banks_have_no_weekend_rule_but_for_the_final_report() {
        Facts bank = new Facts(Map.of(Fact.CREDIT_INSTITUTION, true), Set.of(), null, Map.of(), Map.of());

        assertThat(packs.rule("DORA-M").orElseThrow().counting(bank)).isEqualTo(Counting.STRICT);
        assertThat(packs.rule("DORA-M").orElseThrow().counting()).isEqualTo(Counting.DORA);
        assertThat(packs.rule("DORA-F").orElseThrow().counting(bank)).isEqualTo(Counting.DORA);
    }

    @Test
    void intermediate_reports_repeat_and_an_authority_may_set_less() {
        assertThat(packs.rule("COP-9.3-I").orElseThrow().repeats()).isTrue();
        assertThat(packs.rule("COP-9.3-F").orElseThrow().repeats()).isFalse();
        assertThat(packs.rule("AIA-79-2").orElseThrow().atMost()).isTrue();
    }

    @Test
    void a_rule_in_two_packs_is_refused() {
        RulePack pack = packs.all().get(0);

        assertThatThrownBy(() -> new RulePacks(List.of(pack, pack)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the rule AIA-73-2 is in two packs");
    }
}
