package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Hostile.BATCH;
import static org.fixtrail.acceptance.Hostile.EVENT;
import static org.fixtrail.acceptance.Hostile.FAILURES;
import static org.fixtrail.acceptance.Hostile.JSON;
import static org.fixtrail.acceptance.Hostile.SIGNALS;
import static org.fixtrail.acceptance.Hostile.XML;
import static org.fixtrail.acceptance.Hostile.event;
import static org.fixtrail.acceptance.Hostile.refused;
import static org.fixtrail.acceptance.Hostile.titled;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are broken, too big or nested too deep are refused in words, and leave nothing behind. */
@ExtendWith(TheProduct.class)
class HostileBodyIT {
    private static final int MEGABYTE = 1 << 20;

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
    void of_a_batch_with_one_bad_event_nothing_is_stored() throws Exception {
        String good = event("good", "of-a-bad-batch", "2026-01-05T08:00:00Z");
        String bad = good.replace("\"id\":\"good\",", "");

        Answer answer = machine.post(SIGNALS, BATCH, "[" + good + "," + bad + "]");

        assertThat(refused(422, answer).fields()).containsExactly("[1].id");
        assertThat(titled(team, "of-a-bad-batch")).isEmpty();
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
        assertThat(titled(team, "told-twice"))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.path("occurrences").asInt()).isEqualTo(1));
    }

    private static Api engineer() {
        return team.as(ENGINEER);
    }
}
