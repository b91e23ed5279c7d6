package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.BOTH;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;
import static org.fixtrail.acceptance.Team.Member.REVIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One failure from its opening to the proof of its fix, each step by the person whose part it is. */
@ExtendWith(TheProduct.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleApiIT {
    private static Team team;
    private static Walk walk;

    @BeforeAll
    static void a_failure_is_open(Product product) throws IOException, InterruptedException {
        team = new Team(product, OFFICER, AUDITOR, ENGINEER, REVIEWER, BOTH);
        walk = Walk.open(team, team.addSystem("Assistant"), "Emergencies are missed", "CRITICAL");
    }

    @Test
    @Order(1)
    void a_stage_is_refused_to_those_without_the_right_and_before_its_turn() throws IOException, InterruptedException {
        assertThat(walk.record(AUDITOR, "DETECTED", 20).status()).isEqualTo(403);
        assertThat(walk.record(REVIEWER, "DETECTED", 20).status()).isEqualTo(403);
        Answer early = walk.record(ENGINEER, "CURATED", 15).expect(409);
        assertThat(early.rule()).isEqualTo("in-order");
        assertThat(early.json().path("detail").asText()).contains("Detected", "Analysed", "Decided");
        assertThat(walk.stage()).isEqualTo("EMERGED");
    }

    @Test
    @Order(2)
    void old_times_need_a_reason_and_future_ones_are_refused() throws IOException, InterruptedException {
        Map<String, Object> noReason = Map.of(
                "stage",
                "DETECTED",
                "occurredAt",
                walk.at(20).toString(),
                "details",
                Walk.DETAILS.getOrDefault("DETECTED", Map.of()));
        Answer silent = team.as(ENGINEER).post("/api/v1/failures/" + walk.id() + "/transitions", noReason);

        assertThat(silent.expect(409).rule()).isEqualTo("late-entry-has-reason");
        assertThat(walk.record(ENGINEER, "DETECTED", -1).expect(409).rule()).isEqualTo("not-in-the-future");
        walk.record(ENGINEER, "DETECTED", 20).expect(201);
    }

    @Test
    @Order(3)
    void what_is_missing_is_named() throws IOException, InterruptedException {
        Answer answer = walk.record(ENGINEER, "ANALYSED", 18, Map.of("rootCause", " ", "colour", "red"), Map.of());

        assertThat(answer.expect(422).fields())
                .containsExactlyInAnyOrder("details.rootCause", "details.category", "details.people", "details.colour");
    }

    @Test
    @Order(4)
    void of_two_who_saw_the_same_state_the_second_is_told() throws IOException, InterruptedException {
        Map<String, Object> seen = Map.of("version", walk.version());
        Map<String, Object> analysis = Walk.DETAILS.getOrDefault("ANALYSED", Map.of());

        walk.record(ENGINEER, "ANALYSED", 18, analysis, seen).expect(201);
        Answer second = walk.record(BOTH, "ANALYSED", 18, analysis, seen).expect(409);

        assertThat(second.rule()).isEqualTo("changed");
    }

    @Test
    @Order(5)
    void a_fix_below_its_threshold_has_failed_validation() throws IOException, InterruptedException {
        walk.record(ENGINEER, "DECIDED", 16).expect(201);
        walk.record(ENGINEER, "CURATED", 15).expect(201);
        walk.record(ENGINEER, "RETRAINED", 14).expect(201);

        Answer missed = walk.record(BOTH, "VALIDATED", 13, Walk.results("0.94"), Map.of())
                .expect(201);

        assertThat(missed.json().path("stage").asText()).isEqualTo("VALIDATION_FAILED");
        assertThat(walk.record(REVIEWER, "REVIEWED", 12).expect(409).rule()).isEqualTo("in-order");
    }

    @Test
    @Order(6)
    void who_validated_a_fix_may_not_review_it() throws IOException, InterruptedException {
        walk.record(BOTH, "VALIDATED", 12).expect(201);

        Answer own = walk.record(BOTH, "REVIEWED", 11).expect(409);

        assertThat(own.rule()).isEqualTo("second-pair-of-eyes");
        assertThat(own.json().path("detail").asText()).contains("somebody else must review");
        walk.record(REVIEWER, "REVIEWED", 11).expect(201);
    }

    @Test
    @Order(7)
    void only_the_validated_version_is_deployed_and_only_an_observed_fix_is_proven()
            throws IOException, InterruptedException {
        assertThat(walk.record(ENGINEER, "DEPLOYED", 10, Map.of("version", "3"), Map.of())
                        .expect(409)
                        .rule())
                .isEqualTo("deployed-version");
        walk.record(ENGINEER, "DEPLOYED", 10).expect(201);
        assertThat(walk.record(OFFICER, "VERIFIED", 8).expect(409).rule()).isEqualTo("observation-window");
        assertThat(walk.record(OFFICER, "VERIFIED", 7, Map.of("interactions", 9_999), Map.of())
                        .expect(409)
                        .rule())
                .isEqualTo("exposure");
        assertThat(walk.record(ENGINEER, "VERIFIED", 7).status()).isEqualTo(403);
        walk.record(OFFICER, "VERIFIED", 7).expect(201);
    }

    @Test
    @Order(8)
    void the_failure_tells_its_whole_trail_and_its_lags() throws IOException, InterruptedException {
        JsonNode view = walk.view();

        assertThat(view.path("failure").path("stage").asText()).isEqualTo("VERIFIED");
        assertThat(view.path("transitions").path(1).path("recordingDelay").asLong())
                .as("detected 20 days before it was recorded")
                .isBetween(Duration.ofDays(20).toSeconds(), Duration.ofDays(21).toSeconds());
        assertThat(Answer.list(view.path("transitions")).stream()
                        .map(transition -> transition.path("stage").asText()))
                .containsExactly(
                        "EMERGED",
                        "DETECTED",
                        "ANALYSED",
                        "DECIDED",
                        "CURATED",
                        "RETRAINED",
                        "VALIDATION_FAILED",
                        "VALIDATED",
                        "REVIEWED",
                        "DEPLOYED",
                        "VERIFIED");
        assertThat(seconds(view, "EMERGED-DETECTED")).isEqualTo(days(10));
        assertThat(seconds(view, "DETECTED-DEPLOYED")).isEqualTo(days(10));
        assertThat(seconds(view, "DEPLOYED-VERIFIED")).isEqualTo(days(3));
    }

    @Test
    @Order(9)
    void the_lag_of_the_population_is_the_lag_of_its_one_failure() throws IOException, InterruptedException {
        JsonNode figure = team.as(AUDITOR)
                .get("/api/v1/lag?pair=DETECTED-DEPLOYED&system=" + walk.system())
                .expect(200)
                .json()
                .path("figures")
                .path(0);

        assertThat(figure.path("population").asInt()).isEqualTo(1);
        assertThat(figure.path("censored").asInt()).isZero();
        assertThat(figure.path("p50").path("estimate").asLong()).isEqualTo(days(10));
        assertThat(figure.path("naiveMean").asLong()).isEqualTo(days(10));
    }

    @Test
    @Order(10)
    void as_of_an_earlier_day_the_same_lag_was_open() throws IOException, InterruptedException {
        JsonNode figure = team.as(AUDITOR)
                .get("/api/v1/lag?pair=DETECTED-DEPLOYED&system=" + walk.system() + "&asOf=" + walk.at(12))
                .expect(200)
                .json()
                .path("figures")
                .path(0);

        assertThat(figure.path("population").asInt()).isEqualTo(1);
        assertThat(figure.path("censored").asInt()).isEqualTo(1);
        assertThat(figure.path("p50").has("estimate")).isFalse();
    }

    @Test
    @Order(11)
    void the_ledger_holds_all_of_it_and_agrees_with_the_record() throws IOException, InterruptedException {
        JsonNode head = team.as(AUDITOR).get("/api/v1/ledger/head").expect(200).json();
        JsonNode check =
                team.as(AUDITOR).post("/api/v1/ledger/check", "").expect(200).json();

        assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.path("checked").asLong()).isEqualTo(head.path("size").asLong());
        assertThat(check.path("root").asText()).isEqualTo(head.path("root").asText());
    }

    private static long seconds(JsonNode view, String pair) {
        return Answer.list(view.path("lags")).stream()
                .filter(lag -> lag.path("pair").asText().equals(pair))
                .findFirst()
                .orElseThrow()
                .path("seconds")
                .asLong();
    }

    private static long days(int days) {
        return days * 86_400L;
    }
}
