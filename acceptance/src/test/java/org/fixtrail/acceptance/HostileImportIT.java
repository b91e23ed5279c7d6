package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Hostile.XML;
import static org.fixtrail.acceptance.Hostile.refused;
import static org.fixtrail.acceptance.Hostile.titled;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files to import that are not what their mapping says, or more than that, are refused in words and store nothing. */
@ExtendWith(TheProduct.class)
class HostileImportIT {
    private static final String MAPPING = """
            source: hostile
            format: csv
            key: id
            system:
              from: provider
            fields:
              title: headline
            constants:
              category: OTHER
              kind: INCIDENT
              severity: LOW
              detectionSource: Test file
            times:
              formats: [iso]
            stages:
              DETECTED: seen
            """;

    private static Team team;

    @BeforeAll
    static void a_team(Product product) throws IOException, InterruptedException {
        team = new Team(product, OFFICER, AUDITOR);
    }

    @Test
    void a_file_with_other_columns_than_its_mapping_says_which() throws Exception {
        JsonNode result = imported("id,vendor,headline,seen\n1,A,B,2026-01-05T08:00:00Z\n");

        assertThat(result.path("complete").asBoolean(true)).isFalse();
        assertThat(result.path("stored").asInt(-1)).isZero();
        assertThat(result.path("notes").asText()).contains("there is no column", "provider", "vendor");
    }

    @Test
    void xml_brings_in_no_file_of_the_server() throws Exception {
        JsonNode result = imported(XML);

        assertThat(result.path("stored").asInt(-1)).isZero();
        assertThat(result.path("notes").asText()).contains("there is no column").doesNotContain("root:");
        Answer mapping = refused(422, team.as(OFFICER).importFile("id\n1\n", XML));
        assertThat(mapping.fields()).containsOnly("mapping");
        assertThat(mapping.text()).doesNotContain("root:");
    }

    @Test
    void a_file_of_another_kind_is_refused_by_its_name() throws Exception {
        Answer data = team.as(OFFICER).importFile("rows.exe", "id\n1\n", "mapping.yaml", MAPPING);
        assertThat(refused(422, data).fields()).containsExactly("data");

        Answer mapping = team.as(OFFICER).importFile("rows.csv", "id\n1\n", "mapping.exe", MAPPING);
        assertThat(refused(422, mapping).fields()).containsExactly("mapping");
    }

    @Test
    void aliases_in_a_mapping_cannot_multiply() throws Exception {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 100; i++) {
            laughs.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9), i - 1));
        }

        Answer answer = refused(422, team.as(OFFICER).importFile("id\n1\n", laughs + MAPPING));
        assertThat(answer.text()).contains("aliases");
    }

    @Test
    void a_row_of_the_future_is_rejected() throws Exception {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        JsonNode imported = imported("id,provider,headline,seen\n1,A,From tomorrow," + tomorrow + "\n");
        assertThat(imported.path("rejected").asInt()).isEqualTo(1);
        assertThat(imported.path("stored").asInt(-1)).isZero();
        assertThat(titled(team, "From tomorrow")).isEmpty();
    }

    /** Imports a file by the mapping and answers what came of it, with all that was noted of its rows. */
    private static JsonNode imported(String csv) throws Exception {
        String job = "/api/v1/imports/"
                + team.as(OFFICER)
                        .importFile(csv, MAPPING)
                        .expect(202)
                        .json()
                        .path("id")
                        .asText();
        JsonNode ended = Await.until("the import's end", Duration.ofSeconds(60), () -> ended(job));
        ObjectNode result = (ObjectNode) ended.path("result");
        return result.put(
                "notes", team.as(OFFICER).get(job + "/notes").expect(200).text());
    }

    private static Optional<JsonNode> ended(String job) throws IOException, InterruptedException {
        JsonNode state = team.as(OFFICER).get(job).expect(200).json();
        return List.of("DONE", "FAILED").contains(state.path("state").asText()) ? Optional.of(state) : Optional.empty();
    }
}
