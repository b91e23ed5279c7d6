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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fixtrail.reports.seal.PackCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The server is killed in the middle of an import, then of a pack; nothing is lost and nothing is there twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {
    private static final int ROWS = 3_000;

    /** Of the first rows at most, so that the test takes no longer than it must. */
    private static final int PACKED = 500;

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
    private static String importJob = "";
    private static String packJob = "";
    private static Instant importKilledAt = Instant.MIN;
    private static Instant packKilledAt = Instant.MIN;

    /** The two jobs wait for their dead workers at the same time. */
    @BeforeAll
    static void the_server_is_killed_in_the_middle_of_two_jobs() throws Exception {
        Path target = Path.of(System.getProperty("fixtrail.acceptance.folder", "target"));
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "killed-");
        Product.withoutStory(folder);
        product = Product.start(folder, Product.freePort());
        team = new Team(product, OFFICER, AUDITOR);

        importJob = startImport();
        Await.until("an import in progress", LIMIT, () -> inTheMiddle("/api/v1/imports/" + importJob, 1, ROWS));
        importKilledAt = killAndStart();
        packJob = as(OFFICER)
                .post(
                        "/api/v1/packs",
                        Map.of("to", FIRST.plus(Duration.ofMinutes(PACKED)).toString()))
                .expect(202)
                .json()
                .path("job")
                .asText();
        Await.until("a pack in the making", LIMIT, () -> inTheMiddle("/api/v1/packs/jobs/" + packJob, 10, 95));
        packKilledAt = killAndStart();
    }

    /** Answers when the server was dead. */
    private static Instant killAndStart() throws Exception {
        product.kill();
        Instant dead = Instant.now();
        product = Product.start(product.folder(), product.port());
        return dead;
    }

    @AfterAll
    static void nothing_stays() throws IOException, InterruptedException {
        product.stop();
    }

    @Test
    @Order(1)
    void an_import_goes_on_after_kill_9_and_stores_each_row_once() throws Exception {
        JsonNode ended = Await.until("the import's end", LIMIT, () -> done("/api/v1/imports/" + importJob));

        assertThat(Instant.parse(ended.path("finishedAt").asText())).isAfter(importKilledAt);
        JsonNode result = ended.path("result");
        assertThat(result.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(result.path("stored").asInt()).isEqualTo(ROWS);
        assertThat(result.path("rejected").asInt()).isZero();
        assertThat(failures()).isEqualTo(ROWS);

        String again = startImport();
        JsonNode second = Await.until("the second import's end", LIMIT, () -> done("/api/v1/imports/" + again))
                .path("result");

        assertThat(second.path("stored").asInt()).isZero();
        assertThat(second.path("known").asInt()).isEqualTo(ROWS);
        assertThat(failures()).isEqualTo(ROWS);
    }

    @Test
    @Order(2)
    void a_pack_is_made_after_kill_9_and_is_there_once() throws Exception {
        JsonNode ended = Await.until("the pack", LIMIT, () -> done("/api/v1/packs/jobs/" + packJob));

        assertThat(Instant.parse(ended.path("finishedAt").asText())).isAfter(packKilledAt);
        List<JsonNode> packs = as(AUDITOR).get("/api/v1/packs").expect(200).items();
        assertThat(packs).hasSize(1);
        JsonNode issued = packs.get(0);
        assertThat(issued.path("id").asText())
                .isEqualTo(ended.path("result").path("pack").asText());
        byte[] pdf = as(AUDITOR)
                .get("/api/v1/packs/" + issued.path("id").asText() + "/file")
                .expect(200)
                .bytes();
        assertThat(pdf).hasSize(issued.path("size").asInt());
        assertThat(new PackCheck().check(pdf).findings()).isEmpty();
        assertThat(Judges.pdfsig(pdf)).contains("Signature is Valid", "Total document signed");
    }

    @Test
    @Order(3)
    void the_ledger_agrees_with_the_record() throws Exception {
        JsonNode check =
                as(AUDITOR).post("/api/v1/ledger/check", "").expect(200).json();

        assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
    }

    private static String startImport() throws IOException, InterruptedException {
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

    /** Present while a job works and its progress lies from the one to before the other. */
    private static Optional<JsonNode> inTheMiddle(String job, long from, long before)
            throws IOException, InterruptedException {
        JsonNode state = as(OFFICER).get(job).expect(200).json();
        assertThat(state.path("state").asText())
                .as("must not end before it is killed")
                .isIn("WAITING", "RUNNING");
        long progress = state.path("progress").asLong();
        boolean middle = state.path("state").asText().equals("RUNNING") && progress >= from && progress < before;
        return middle ? Optional.of(state) : Optional.empty();
    }

    private static Optional<JsonNode> done(String job) throws IOException, InterruptedException {
        JsonNode state = as(OFFICER).get(job).expect(200).json();
        assertThat(state.path("state").asText()).as(state.toString()).isNotEqualTo("FAILED");
        return state.path("state").asText().equals("DONE") ? Optional.of(state) : Optional.empty();
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
