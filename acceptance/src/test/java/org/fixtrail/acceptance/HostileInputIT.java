package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in broken, too big, forged or twice is refused in words, and leaves nothing behind. */
@ExtendWith(TheProduct.class)
class HostileInputIT {
    private static final String FAILURES = "/api/v1/failures";
    private static final String SIGNALS = "/api/v1/signals";
    private static final String JSON = "application/json";
    private static final String EVENT = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int MEGABYTE = 1 << 20;

    /** Says in an entity where it would have the server read. */
    private static final String XML = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";

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
    void a_body_of_three_megabytes_is_too_large_with_and_without_its_length() throws Exception {
        byte[] bytes = (" ".repeat(3 * MEGABYTE) + "{}").getBytes(StandardCharsets.UTF_8);

        refused(413, engineer().post(FAILURES, JSON, bytes));
        refused(413, engineer().postInChunks(FAILURES, JSON, bytes));
        refused(413, machine.postInChunks(SIGNALS, EVENT, bytes));
    }

    @Test
    void a_file_to_import_of_seventy_megabytes_is_refused_by_its_length_alone() throws Exception {
        String token = "Authorization: Bearer " + team.token(OFFICER);

        assertThat(answerToHead(
                        "POST /api/v1/imports", token, "Content-Type: multipart/form-data; boundary=x", length(70)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void a_form_for_signing_in_is_small_and_says_how_long_it_is() throws Exception {
        Answer page = product.api().get("/sign-in.xhtml").expect(200);
        String cookie = page.header("Set-Cookie").replaceAll(";.*", "");
        String session = "Cookie: " + cookie;
        String form = "Content-Type: application/x-www-form-urlencoded";
        String upload = "Content-Type: multipart/form-data; boundary=x";

        assertThat(answerToHead("POST /sign-in.xhtml", session, form, length(1)))
                .startsWith("HTTP/1.1 413");
        assertThat(answerToHead("POST /sign-in.xhtml", session, upload, length(1)))
                .startsWith("HTTP/1.1 413");
        new Api(product.base(), Map.of("Cookie", cookie))
                .postInChunks(
                        "/sign-in.xhtml",
                        "application/x-www-form-urlencoded",
                        "signIn=signIn".getBytes(StandardCharsets.UTF_8))
                .expect(411);
    }

    private static String length(int megabytes) {
        return "Content-Length: " + megabytes * MEGABYTE;
    }

    /** The first line that comes back although nothing of the body was sent. */
    private static String answerToHead(String request, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", product.port())) {
            socket.setSoTimeout(30_000);
            String head = request + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return String.valueOf(answer.readLine());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void heads_of_requests_are_bounded(int size) throws Exception {
        String text = "x".repeat(size);

        assertThat(refusedOrEnded(new Api(product.base(), Map.of("X-Long", text)), "/sign-in.xhtml"))
                .isTrue();
        assertThat(refusedOrEnded(product.api(), "/sign-in.xhtml?x=" + text)).isTrue();
    }

    /** The server below may answer a client error, or end the connection without a word. */
    private static boolean refusedOrEnded(Api api, String path) throws InterruptedException {
        try {
            int status = api.get(path).status();
            return status >= 400 && status < 500;
        } catch (IOException ended) {
            return true;
        }
    }

    @Test
    void json_nested_a_hundred_thousand_deep_is_invalid() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        refused(400, engineer().post(FAILURES, JSON, "{\"title\":" + deep + "}"));
        refused(400, machine.post(SIGNALS, EVENT, deep));
        refused(400, machine.post(SIGNALS, BATCH, deep));
    }

    @Test
    void broken_utf_8_is_refused_and_not_mended() throws Exception {
        byte[] body = ("{\"systemId\":\"" + system
                        + "\",\"title\":\"broken #\",\"emergedAt\":\"2026-01-05T08:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
        body[new String(body, StandardCharsets.UTF_8).indexOf('#')] = (byte) 0xC3;

        refused(400, engineer().post(FAILURES, JSON, body));
        refused(400, machine.post(SIGNALS, EVENT, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":\"a\",\"colour\":\"red\"}",
                "{\"title\":\"a\"} {}",
                "{\"title\":\"a\"",
                "[]",
                "\"text\"",
                "{\"severity\":\"WORST\"}",
                "{\"emergedAt\":\"yesterday\"}",
                "{\"systemId\":\"1\"}",
                XML
            })
    void what_is_not_the_json_asked_for_is_invalid(String body) throws Exception {
        refused(400, engineer().post(FAILURES, JSON, body));
    }

    @Test
    void another_content_type_is_not_taken() throws Exception {
        refused(415, engineer().post(FAILURES, "application/xml", "<failure/>"));
        refused(415, engineer().post(FAILURES, "text/plain", "{}"));
        refused(422, machine.post(SIGNALS, "application/xml", "<event/>"));
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
        JsonNode imported = imported("id,provider,headline,seen\n1,A,From tomorrow," + tomorrow + "\n");
        assertThat(imported.path("rejected").asInt()).isEqualTo(1);
        assertThat(imported.path("stored").asInt(-1)).isZero();
        assertThat(titled("From tomorrow")).isEmpty();
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

    @Test
    void of_a_batch_with_one_bad_event_nothing_is_stored() throws Exception {
        String good = event("good", "of-a-bad-batch", "2026-01-05T08:00:00Z");
        String bad = good.replace("\"id\":\"good\",", "");

        Answer answer = machine.post(SIGNALS, BATCH, "[" + good + "," + bad + "]");

        assertThat(refused(422, answer).fields()).containsExactly("[1].id");
        assertThat(titled("of-a-bad-batch")).isEmpty();
    }

    @Test
    void the_same_event_twice_is_stored_once() throws Exception {
        String event = event("once", "told-twice", "2026-01-05T08:00:00Z");

        JsonNode first = machine.post(SIGNALS, EVENT, event).expect(202).json();
        JsonNode second = machine.post(SIGNALS, EVENT, event).expect(202).json();
        JsonNode batch = machine.post(SIGNALS, BATCH, "[" + event + "," + event + "]")
                .expect(202)
                .json();

        assertThat(first.path("stored").asInt()).isEqualTo(1);
        assertThat(second.path("stored").asInt()).isZero();
        assertThat(second.path("known").asInt()).isEqualTo(1);
        assertThat(batch.path("stored").asInt()).isZero();
        assertThat(titled("told-twice"))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.path("occurrences").asInt()).isEqualTo(1));
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
        assertThat(titled("Not yours")).isEmpty();
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

    private static String event(String id, String fingerprint, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/tests\",\"type\":\"org.example.wrong\","
                + "\"time\":\"" + time + "\",\"data\":{\"fingerprint\":\"" + fingerprint + "\"}}";
    }

    private static List<JsonNode> titled(String text) throws IOException, InterruptedException {
        return team.as(AUDITOR)
                .get(FAILURES + "?text=" + text.replace(" ", "%20"))
                .expect(200)
                .items();
    }

    /** A problem document of this status, which says nothing of how the product is built. */
    private static Answer refused(int status, Answer answer) {
        answer.expect(status);
        assertThat(answer.contentType()).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.text())
                .doesNotContain("Exception", "org.fixtrail", "com.fasterxml", "jakarta.", "\tat ", "\n at ");
        return answer;
    }
}
