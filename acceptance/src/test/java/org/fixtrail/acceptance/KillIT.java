package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of an import; nothing is lost and nothing is there twice. */
class KillIT {
    private static final int ROWS = 3_000;
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");

    /** The dead worker's hold on the job lasts a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    private static final String MAPPING = """
            source: kill-test
            format: csv
            key: id
            system:
              from: system
            fields:
              title: title
            constants:
              category: OTHER
              kind: INCIDENT
              severity: LOW
              detectionSource: Test file
            times:
              formats: [iso]
            stages:
              DETECTED: detected
              DEPLOYED: deployed
            """;

    private static Product product;
    private static Team team;

    @BeforeAll
    static void an_empty_product_runs() throws Exception {
        Path target = Path.of(System.getProperty("fixtrail.acceptance.folder", "target"));
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "killed-");
        Product.withoutStory(folder);
        product = Product.start(folder, Product.freePort());
        team = new Team(product, OFFICER, AUDITOR);
    }

    @AfterAll
    static void nothing_stays() throws IOException, InterruptedException {
        product.stop();
    }

    @Test
    void an_import_goes_on_after_kill_9_and_stores_each_row_once() throws Exception {
        String job = start();
        long killedAt = Await.until("an import in progress", LIMIT, () -> inTheMiddle(job));
        product.kill();

        product = Product.start(product.folder(), product.port());
        JsonNode result = Await.until("the import's end", LIMIT, () -> result(job));

        assertThat(killedAt).isBetween(1L, ROWS - 1L);
        assertThat(result.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(result.path("stored").asInt()).isEqualTo(ROWS);
        assertThat(result.path("rejected").asInt()).isZero();
        assertThat(failures()).isEqualTo(ROWS);

        String again = start();
        JsonNode second = Await.until("the second import's end", LIMIT, () -> result(again));

        assertThat(second.path("stored").asInt()).isZero();
        assertThat(second.path("known").asInt()).isEqualTo(ROWS);
        assertThat(failures()).isEqualTo(ROWS);
        JsonNode check =
                team.as(AUDITOR).post("/api/v1/ledger/check", "").expect(200).json();
        assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
    }

    private static String start() throws IOException, InterruptedException {
        return as(OFFICER)
                .importFile(file(), MAPPING)
                .expect(202)
                .json()
                .path("id")
                .asText();
    }

    /** The team's tokens outlive the process that issued them. */
    private static Api as(Team.Member member) {
        return product.api().as(team.token(member));
    }

    private static Optional<Long> inTheMiddle(String job) throws IOException, InterruptedException {
        JsonNode state = as(OFFICER).get("/api/v1/imports/" + job).expect(200).json();
        assertThat(state.path("state").asText())
                .as("must not end before it is killed")
                .isIn("WAITING", "RUNNING");
        long progress = state.path("progress").asLong();
        return progress > 0 && progress < ROWS ? Optional.of(progress) : Optional.empty();
    }

    private static Optional<JsonNode> result(String job) throws IOException, InterruptedException {
        JsonNode state = as(OFFICER).get("/api/v1/imports/" + job).expect(200).json();
        assertThat(state.path("state").asText()).as(state.toString()).isNotEqualTo("FAILED");
        return state.path("state").asText().equals("DONE") ? Optional.of(state.path("result")) : Optional.empty();
    }

    private static long failures() throws IOException, InterruptedException {
        return as(AUDITOR)
                .get("/api/v1/failures?limit=1")
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }

    private static String file() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    Instant detected = FIRST.plus(Duration.ofMinutes(row));
                    return "row-" + row + ",System " + row % 3 + ",Failure of row " + row + "," + detected + ","
                            + detected.plus(Duration.ofHours(row % 50));
                })
                .collect(Collectors.joining("\n", "id,system,title,detected,deployed\n", "\n"));
    }
}
