package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Hostile.EVENT;
import static org.fixtrail.acceptance.Hostile.FAILURES;
import static org.fixtrail.acceptance.Hostile.JSON;
import static org.fixtrail.acceptance.Hostile.SIGNALS;
import static org.fixtrail.acceptance.Hostile.event;
import static org.fixtrail.acceptance.Hostile.refused;
import static org.fixtrail.acceptance.Hostile.titled;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in forged, of the future, or as something else than what was asked for is refused in words, and leaves nothing behind. */
@ExtendWith(TheProduct.class)
class HostileInputIT {
    private static Product product;
    private static Team team;
    private static String system;
    private static Api machine;

    @BeforeAll
    static void a_team_with_a_machine(Product theProduct) throws IOException, InterruptedException {
        product = theProduct;
        team = new Team(product, OFFICER, AUDITOR, ENGINEER, ADMINISTRATOR);
        system = team.addSystem("Assistant");
        machine = team.machine(system);
    }

    @Test
    void times_in_the_future_are_refused_everywhere() throws Exception {
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        Answer failure =
                engineer().post(FAILURES, Map.of("systemId", system, "title", "From tomorrow", "emergedAt", tomorrow));
        assertThat(refused(422, failure).fields()).containsExactly("emergedAt");
        Answer signal = machine.post(SIGNALS, EVENT, event("future", "f", tomorrow));
        assertThat(refused(422, signal).fields()).containsExactly("[0].time");
        Answer pack = team.as(OFFICER).post("/api/v1/packs", Map.of("asOf", tomorrow));
        assertThat(refused(422, pack).fields()).containsExactly("asOf");
        Map<String, Object> report = Map.of(
                "from", "2026-01-05T08:00:00Z", "to", tomorrow, "interactions", 10, "source", "A test from tomorrow");
        Answer traffic = engineer().post("/api/v1/systems/" + system + "/traffic", report);
        assertThat(refused(422, traffic).fields()).containsExactly("to");
    }

    @Test
    void without_a_token_or_with_a_forged_one_nobody_comes_in() throws Exception {
        String token = team.token(ENGINEER);
        char other = token.charAt(token.length() - 2) == 'A' ? 'B' : 'A';
        String forged = token.substring(0, token.length() - 2) + other + token.substring(token.length() - 1);

        refused(401, product.api().get(FAILURES));
        refused(401, product.api().as(forged).get(FAILURES));
        refused(401, product.api().as("").get(FAILURES));
        refused(401, product.api().as("' or 1=1 --").get(FAILURES));
        refused(401, new Api(product.base(), Map.of("Authorization", "Basic YTpi")).get(FAILURES));
    }

    @Test
    void a_revoked_key_is_of_no_use() throws Exception {
        JsonNode key = team.as(ADMINISTRATOR)
                .post("/api/v1/keys", Map.of("kind", "MACHINE", "systemId", system, "label", "Revoked", "days", 1))
                .expect(201)
                .json();
        Api revoked = product.api().as(key.path("secret").asText());
        revoked.post(SIGNALS, EVENT, event("before", "revoked", "2026-01-05T08:00:00Z"))
                .expect(202);

        team.as(ADMINISTRATOR).delete("/api/v1/keys/" + key.path("id").asText()).expect(204);

        refused(401, revoked.post(SIGNALS, EVENT, event("after", "revoked", "2026-01-05T08:00:00Z")));
    }

    @Test
    void another_organisations_failure_is_not_there() throws Exception {
        Team others = new Team(product, OFFICER, AUDITOR, ENGINEER);
        Walk theirs = Walk.open(others, others.addSystem("Theirs"), "Not yours", "HIGH");
        Walk asOurs = new Walk(team, system, theirs.id(), theirs.now());

        refused(404, engineer().get(FAILURES + "/" + theirs.id()));
        refused(404, asOurs.record(ENGINEER, "DETECTED", 3));
        refused(
                404,
                team.as(OFFICER).put(FAILURES + "/" + theirs.id() + "/facts", Map.of("title", "Ours", "reason", "x")));
        refused(
                422,
                machine.post(
                        SIGNALS,
                        EVENT,
                        event("theirs", "x", "2026-01-05T08:00:00Z")
                                .replace("\"fingerprint\":\"x\"", "\"failure\":\"" + theirs.id() + "\"")));
        assertThat(titled(team, "Not yours")).isEmpty();
        assertThat(theirs.stage()).isEqualTo("EMERGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/failures/1",
                "/api/v1/failures/F-1",
                "/api/v1/lag?asOf=yesterday",
                "/api/v1/lag?pair=DEPLOYED-DETECTED",
                "/api/v1/nothing"
            })
    void a_wrong_address_or_parameter_is_said_to_be_wrong(String path) throws Exception {
        Answer answer = engineer().get(path);

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        refused(answer.status(), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failures?sort=-colour          | sort     | [title, severity, stage, detectedAt,
            failures?severity=WORST        | severity | [LOW, MEDIUM, HIGH, CRITICAL]
            failures?severity=LOW&severity=WORST | severity | once
            failures?stage=THERE           | stage    | DEPLOYED
            failures?status=LOST           | status   | OPEN
            failures?imported=maybe        | imported | [true, false]
            failures?serverity=HIGH        | serverity | severity
            failures?limit=201             | limit    | from 1 to 200
            failures?limit=many            | limit    | whole number
            failures?offset=-1             | offset   | from 0 to 1000000
            failures?text=%00              | text     | NUL
            clocks?state=LATE              | state    | BREACHED
            clocks?atRisk=1                | atRisk   | [true, false]
            notifications?state=GONE       | state    | SENT
            notifications?failure=1        | failure  | F-
            lag?cycles=SOME                | cycles   | [FIRST, ALL]
            lag?asOf=%2B10000-01-01T00:00:00Z | asOf  | years
            systems?sort=name              | sort     | not a parameter here
            """)
    void a_parameter_that_cannot_be_meant_is_refused_with_what_can(String address, String name, String allowed)
            throws Exception {
        Answer answer = refused(422, engineer().get("/api/v1/" + address));

        assertThat(answer.fields()).containsExactly(name);
        assertThat(answer.json().path("errors").path(0).path("problem").asText())
                .contains(allowed);
    }

    @Test
    void markup_in_a_name_stays_text() throws Exception {
        String title = "<script>alert(1)</script> " + UUID.randomUUID();
        Walk walk = Walk.open(team, system, title, "LOW");

        assertThat(walk.view().path("failure").path("title").asText()).isEqualTo(title);
        assertThat(engineer().get(FAILURES + "/" + walk.id()).contentType()).startsWith(JSON);
    }

    private static Api engineer() {
        return team.as(ENGINEER);
    }
}
