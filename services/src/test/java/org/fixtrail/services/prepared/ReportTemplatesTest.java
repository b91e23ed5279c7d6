package org.fixtrail.services.prepared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTemplatesTest {
    private final ReportTemplates templates = new ReportTemplates();

    @Test
    void every_rule_that_a_template_answers_is_in_a_pack_that_we_bring() {
        assertThat(templates.all())
                .flatExtracting(ReportTemplate::rules)
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(ReportScene.PACKS.rule(rule)).as(rule).isPresent());
    }

    @Test
    void every_template_of_an_authority_names_its_source_and_that_it_is_not_the_official_form() {
        assertThat(templates.all())
                .filteredOn(template -> !template.rules().isEmpty())
                .hasSize(2)
                .allSatisfy(template -> {
                    assertThat(template.source()).isNotNull();
                    assertThat(template.mark()).containsPattern("(?i)not final|not the official form");
                });
    }

    @Test
    void a_template_that_binds_to_what_the_record_does_not_have_is_refused_with_its_line() {
        String yaml = """
                template: X
                version: "1"
                title: X
                mark: X
                note: X
                sections:
                  - title: S
                    fields:
                      - {label: A, from: colour_of_the_sky}
                      - {label: B}
                      - {label: C, hand: x, boxes: [{label: D, fact: rain}]}
                """;

        assertThatThrownBy(() -> ReportTemplateReader.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("line 9")
                .hasMessageContaining("the record has no value colour_of_the_sky")
                .hasMessageContaining("line 10")
                .hasMessageContaining("nobody knows what belongs into it")
                .hasMessageContaining("is not known: rain");
    }
}
