package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and programs are told beside the content, and what the log is told of those who are refused. */
@ExtendWith(TheProduct.class)
class HeadersIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Product product;
    private static Team team;

    @BeforeAll
    static void a_team(Product theProduct) throws IOException, InterruptedException {
        product = theProduct;
        team = new Team(product, AUDITOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in.xhtml",
                "/index.xhtml",
                "/api/v1/failures",
                "/openapi",
                "/nothing",
                "/health/live",
                "/jakarta.faces.resource/style.css.xhtml?ln=fixtrail"
            })
    void every_answer_holds_browsers_back(String path) throws Exception {
        HttpHeaders headers = ask("GET", path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(String.join(";", headers.allValues("Content-Security-Policy")))
                .contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in.xhtml, text/html",
        "/openapi, text/plain",
        "/health/live, application/json",
        "/jakarta.faces.resource/style.css.xhtml?ln=fixtrail, text/css",
        "/jakarta.faces.resource/menu.js.xhtml?ln=fixtrail, application/javascript"
    })
    void texts_say_that_they_are_utf_8(String path, String type) throws Exception {
        HttpResponse<String> answer = ask("GET", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase(type + ";charset=UTF-8");
    }

    @Test
    void downloads_are_attachments_with_names_of_the_servers_making() throws Exception {
        HttpResponse<String> certificate = ask("GET", "/api/v1/packs/certificate", team.token(AUDITOR));

        assertThat(certificate.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"fixtrail-seal.pem\"");
        assertThat(certificate.body()).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in.xhtml", "/api/v1/failures", "/health/live", "/metrics", "/openapi"})
    void nothing_is_echoed(String path) throws Exception {
        HttpResponse<String> answer = ask("TRACE", path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_api_is_described_once() throws Exception {
        String token = team.token(AUDITOR);

        assertThat(ask("GET", "/api/v1/application.wadl", token).statusCode()).isEqualTo(404);
        assertThat(ask("OPTIONS", "/api/v1/failures", token).body()).doesNotContain("wadl");
    }

    @Test
    void who_is_refused_is_in_the_log_without_what_they_looked_for() throws Exception {
        // the log holds so many lines a minute, of which other tests may have had all
        List<String> refused = Await.until("a line in the log", Duration.ofSeconds(90), () -> {
            ask("GET", "/api/v1/failures?text=looked-for-in-vain", "fxt_p_forged");
            List<String> lines = Files.readAllLines(product.var().resolve("log/server.log")).stream()
                    .filter(line -> line.contains("refused 401: GET /api/v1/failures from 127.0.0.1"))
                    .toList();
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
        });
        assertThat(refused).noneMatch(line -> line.contains("looked-for") || line.contains("forged"));
    }

    @Test
    void who_is_known_and_refused_is_named_in_the_log() throws Exception {
        String token = team.token(AUDITOR);

        Await.until("a line in the log", Duration.ofSeconds(90), () -> {
            assertThat(ask("GET", "/api/v1/keys", token).statusCode()).isEqualTo(403);
            return Files.readAllLines(product.var().resolve("log/server.log")).stream()
                    .filter(line -> line.matches(
                            ".*refused 403: GET /api/v1/keys from 127\\.0\\.0\\.1, [a-z]+:[0-9a-f-]{36}.*"))
                    .findFirst();
        });
    }

    private static HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(method, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> ask(String method, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest request =
                request(method, path).header("Authorization", "Bearer " + token).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(product.base() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
    }
}
