package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is killed under a server that runs: whoever asks is told in our words, with our headers, and nothing else. */
class DatabaseAwayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Product product;
    private static Api program;
    private static PageSession browser;

    @BeforeAll
    static void the_database_is_killed() throws Exception {
        product = Product.startNew("database-away");
        Team team = new Team(product, OFFICER);
        program = product.api().as(team.token(OFFICER));
        browser = PageSession.of(product, team, OFFICER);
        program.get("/api/v1/failures").expect(200);
        assertThat(browser.get("/failure/list.xhtml").statusCode()).isEqualTo(200);

        Path running = product.var().resolve("pg/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(running).get(0).strip());
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        Await.until(
                "the database's end",
                LIMIT,
                () -> product.api().get("/health/ready").status() == 503 ? Optional.of(true) : Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        product.stop();
    }

    @Test
    void a_program_gets_a_problem_document_with_a_number() throws Exception {
        Answer answer = program.get("/api/v1/failures").expect(500);

        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).matches(".* this number: [0-9a-f-]{36}");
        assertOurs(answer.headers());
    }

    @Test
    void a_browser_gets_a_page() throws Exception {
        HttpResponse<String> answer = browser.get("/failure/list.xhtml");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Something went wrong").doesNotContain("\tat ", "SQL", "persistence");
        assertOurs(answer.headers());
    }

    @Test
    void who_sends_no_token_is_still_told_to() throws Exception {
        product.api().get("/api/v1/failures").expect(401);
    }

    private static void assertOurs(HttpHeaders headers) {
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
    }
}
