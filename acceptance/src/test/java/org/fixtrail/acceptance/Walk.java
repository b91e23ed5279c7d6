package org.fixtrail.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixtrail.acceptance.Team.Member;

/**
 * One failure on its way; what happens to it lies whole days back.
 *
 * @param now the moment from which days are counted back, in whole seconds
 */
record Walk(Team team, String system, String id, Instant now) {
    static final String LATE = "Entered from the notes of that day";

    /** What each stage of a fine-tuned fix is told; the fix is version 2. */
    static final Map<String, Map<String, Object>> DETAILS = Map.of(
            "DETECTED", Map.of("source", "OUTSIDE_REPORT"),
            "ANALYSED",
                    Map.of(
                            "rootCause", "Too few cases of this kind",
                            "category", "FACTUAL_ERROR",
                            "people", List.of("An engineer", "A physician")),
            "DECIDED",
                    Map.of(
                            "remedy",
                            "FINE_TUNING",
                            "owner",
                            "The team",
                            "targetDate",
                            "2026-12-31",
                            "thresholds",
                            List.of(Map.of("metric", "recall", "comparison", "AT_LEAST", "value", "0.95")),
                            "observationDays",
                            3,
                            "minExposure",
                            10_000,
                            "maxFailureRate",
                            "0.001"),
            "CURATED", Map.of("reference", "data set 12"),
            "RETRAINED", Map.of("version", "2"),
            "VALIDATED", results("0.97"),
            "REVIEWED", Map.of("conclusion", "The fix does what it should"),
            "DEPLOYED", Map.of("version", "2"),
            "VERIFIED", Map.of("interactions", 100_000));

    /** Opens a failure that emerged 30 days ago. */
    static Walk open(Team team, String system, String title, String severity) throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> failure = Map.of(
                "systemId", system,
                "title", title,
                "severity", severity,
                "emergedAt", now.minus(Duration.ofDays(30)).toString());
        String id = team.as(Member.ENGINEER)
                .post("/api/v1/failures", failure)
                .expect(201)
                .json()
                .path("id")
                .asText();
        return new Walk(team, system, id, now);
    }

    static Map<String, Object> results(String recall) {
        return Map.of(
                "results", List.of(Map.of("metric", "recall", "affected", "0.48", "fixed", recall)),
                "reproducingCases", 100,
                "failedOnAffected", 52,
                "passedOnFixed", 99);
    }

    Answer record(Member who, String stage, int daysAgo) throws IOException, InterruptedException {
        return record(who, stage, daysAgo, DETAILS.getOrDefault(stage, Map.of()), Map.of());
    }

    Answer record(Member who, String stage, int daysAgo, Map<String, Object> details, Map<String, Object> more)
            throws IOException, InterruptedException {
        Map<String, Object> body = new HashMap<>(more);
        body.put("stage", stage);
        body.put("occurredAt", at(daysAgo).toString());
        body.put("lateReason", LATE);
        body.put("details", details);
        return team.as(who).post("/api/v1/failures/" + id + "/transitions", body);
    }

    Instant at(int daysAgo) {
        return now.minus(Duration.ofDays(daysAgo));
    }

    JsonNode view() throws IOException, InterruptedException {
        return team.as(Member.AUDITOR).get("/api/v1/failures/" + id).expect(200).json();
    }

    String stage() throws IOException, InterruptedException {
        return view().path("failure").path("stage").asText();
    }

    long version() throws IOException, InterruptedException {
        return view().path("failure").path("version").asLong();
    }
}
