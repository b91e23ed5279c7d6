package org.fixtrail.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fixtrail.launcher.postgres.Database;
import org.fixtrail.launcher.postgres.DatabasePasswords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The EAR deploys on Payara Server and does its main job there: the smoke path from the first AI system to a pack. */
class PayaraServerIT {
    private static final Path FOLDER = Path.of(System.getProperty("fixtrail.it.folder"));
    private static final Path EAR = FOLDER.resolve("fixtrail.ear");
    private static final String APPLICATION = "fixtrail";
    private static final String OPERATOR_KEY = DatabasePasswords.randomPassword();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static @Nullable Database database;
    private static @Nullable PayaraServer server;

    @BeforeAll
    static void deploy() throws IOException {
        Path home = FOLDER.resolve("it-database");
        Database.stopOrphan(home, home.resolve("log"));
        delete(home.resolve("data"));
        delete(FOLDER.resolve("it-keys"));
        DatabasePasswords passwords = DatabasePasswords.random();
        Database started = Database.start(home, passwords, 0);
        database = started;
        PayaraServer running = PayaraServer.start(FOLDER.resolve("server/payara6"), settings(started, passwords));
        server = running;
        running.deploy(EAR, APPLICATION);
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            if (server != null) {
                server.undeploy(APPLICATION);
            }
        } finally {
            stopServerAndDatabase();
        }
    }

    private static void stopServerAndDatabase() throws IOException {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    private static Map<String, String> settings(Database database, DatabasePasswords passwords) {
        Map<String, String> settings = new HashMap<>();
        settings.put("FIXTRAIL_DB_URL", database.url());
        settings.put("FIXTRAIL_DB_USER", Database.APP);
        settings.put("FIXTRAIL_DB_PASSWORD", passwords.app());
        settings.put("FIXTRAIL_DB_OWNER_USER", Database.OWNER);
        settings.put("FIXTRAIL_DB_OWNER_PASSWORD", passwords.owner());
        settings.put("FIXTRAIL_KEYS_DIR", FOLDER.resolve("it-keys").toString());
        settings.put("FIXTRAIL_KEYS_PASSWORD", DatabasePasswords.randomPassword());
        settings.put("FIXTRAIL_OPERATOR_KEY", OPERATOR_KEY);
        settings.put("FIXTRAIL_DEMO", "true");
        return settings;
    }

    @Test
    void the_smoke_path_works() throws IOException, InterruptedException {
        assertThat(send(request("/health/ready").GET()).statusCode()).isEqualTo(200);
        String officer = tokenOfOfficer();
        String system = post(officer, "/api/v1/systems", Map.of("name", "Assistant"), 201)
                .path("id")
                .asText();
        Map<String, Object> wanted = Map.of(
                "systemId",
                system,
                "title",
                "Wrong answer",
                "severity",
                "HIGH",
                "emergedAt",
                Instant.now().minusSeconds(3_600).toString());
        String failure =
                post(officer, "/api/v1/failures", wanted, 201).path("id").asText();
        Map<String, Object> detected = Map.of("stage", "DETECTED", "details", Map.of("source", "MONITORING"));
        post(officer, "/api/v1/failures/" + failure + "/transitions", detected, 201);

        JsonNode lag = get(officer, "/api/v1/lag");
        assertThat(lag.findValuesAsText("population")).contains("1");
        assertThat(new String(pack(officer), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/ByteRange");
        assertThat(get(officer, "/api/v1/ledger/head").path("size").asLong()).isGreaterThan(5);
    }

    @Test
    void the_description_of_the_api_and_the_sign_in_are_open_and_the_rest_is_closed()
            throws IOException, InterruptedException {
        assertThat(send(request("/openapi").GET()).body()).asString().contains("/api/v1/failures");
        HttpResponse<byte[]> page = send(request("/sign-in.xhtml").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("jakarta.faces.resource")
                .doesNotContain("<h:", "<p:");
        assertThat(send(request("/api/v1/failures").GET()).statusCode()).isEqualTo(401);
        assertThat(send(request("/index.xhtml").GET()).statusCode()).isEqualTo(303);
    }

    @Test
    void probes_are_those_of_the_application() throws IOException, InterruptedException {
        assertThat(send(request("/metrics").GET()).body()).asString().contains("fixtrail_");
        assertThat(send(request("/health").GET()).statusCode()).isEqualTo(303);
        HttpResponse<byte[]> fromOutside = send(
                request("/metrics").header("X-Forwarded-For", "203.0.113.9").GET());
        assertThat(fromOutside.statusCode()).isEqualTo(404);
    }

    private static String tokenOfOfficer() throws IOException, InterruptedException {
        Map<String, Object> organisation = Map.of(
                "organisation",
                "Example",
                "people",
                List.of(Map.of(
                        "email", "officer@example.org", "name", "Officer", "roles", List.of("COMPLIANCE_OFFICER"))));
        HttpRequest.Builder asked = request("/operator/v1/demo-people")
                .header("X-Operator-Key", OPERATOR_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(organisation)));
        return expect(send(asked), 201).path("people").path(0).path("token").asText();
    }

    private static byte[] pack(String token) throws IOException, InterruptedException {
        String job = post(token, "/api/v1/packs", Map.of(), 202).path("job").asText();
        long end = System.nanoTime() + LIMIT.toNanos();
        JsonNode state = get(token, "/api/v1/packs/jobs/" + job);
        while (!List.of("DONE", "FAILED").contains(state.path("state").asText())) {
            assertThat(System.nanoTime())
                    .as("the pack is made in time: " + state)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
            state = get(token, "/api/v1/packs/jobs/" + job);
        }
        assertThat(state.path("state").asText()).as(state.toString()).isEqualTo("DONE");
        String pack =
                get(token, "/api/v1/packs").path("items").path(0).path("id").asText();
        return send(request("/api/v1/packs/" + pack + "/file")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .body();
    }

    private static JsonNode get(String token, String path) throws IOException, InterruptedException {
        return expect(
                send(request(path).header("Authorization", "Bearer " + token).GET()), 200);
    }

    private static JsonNode post(String token, String path, Object body, int status)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return expect(send(request), status);
    }

    private static JsonNode expect(HttpResponse<byte[]> answer, int status) throws IOException {
        assertThat(answer.statusCode())
                .as(answer.uri() + " " + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder request(String path) {
        assertThat(server).isNotNull();
        return HttpRequest.newBuilder(server.base().resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void delete(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
