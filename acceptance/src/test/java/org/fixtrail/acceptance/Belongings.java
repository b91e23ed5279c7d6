package org.fixtrail.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtrail.acceptance.Team.Member;

/** One thing of each kind that belongs to a team, by the names that stand in {@code access-rules.txt}. */
final class Belongings {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MAPPING = """
            source: belongings
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
            """;

    private final Map<String, String> ids;

    private Belongings(Map<String, String> ids) {
        this.ids = ids;
    }

    /** Needs an officer, an auditor, an analyst, an engineer and an administrator. */
    static Belongings of(Team team) throws Exception {
        Map<String, String> ids = new HashMap<>();
        String system = team.addSystem("Belonging");
        ids.put("system", system);
        ids.put(
                "key",
                posted(
                        team,
                        Member.ADMINISTRATOR,
                        "keys",
                        Map.of("kind", "PIPELINE", "systemId", system, "label", "x")));
        Map<String, Object> target = Map.of(
                "severity",
                "HIGH",
                "toStage",
                "DEPLOYED",
                "amount",
                1,
                "unit",
                "DAYS",
                "validFrom",
                "2026-01-05T08:00:00Z");
        ids.put("target", posted(team, Member.ANALYST, "targets", target));
        Walk walk = Walk.open(team, system, "Belonging", "HIGH");
        walk.record(Member.ENGINEER, "DETECTED", 20).expect(201);
        ids.put("failure", walk.id());
        ids.put("transition", walk.view().path("transitions").path(0).path("id").asText());
        legal(team, walk.id(), ids);
        ids.put(
                "comment",
                posted(team, Member.OFFICER, "comments", Map.of("failure", walk.id(), "text", "seen by Belongings")));
        ids.put(
                "document",
                team.as(Member.OFFICER)
                        .postDocument(
                                "/api/v1/comments/" + ids.get("comment") + "/documents", "a.txt", "text/plain", "x")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
        String form =
                posted(team, Member.OFFICER, "outside-reports/forms", Map.of("label", "For clinics", "system", system));
        ids.put("form", form);
        Map<String, Object> told = Map.of("reporter", "DEPLOYER", "title", "It was wrong", "name", "A clinic");
        ids.put(
                "outsideReport",
                team.as(Member.OFFICER)
                        .post("/api/v1/intake/" + form, told)
                        .expect(201)
                        .json()
                        .path("receipt")
                        .asText());
        String job = team.as(Member.OFFICER)
                .post("/api/v1/packs", Map.of())
                .expect(202)
                .json()
                .path("job")
                .asText();
        ids.put("packJob", job);
        String csv = "id,system,title,detected\n1,Belonging,Old,2026-01-05T08:00:00Z\n";
        ids.put(
                "import",
                team.as(Member.OFFICER)
                        .importFile(csv, MAPPING)
                        .expect(202)
                        .json()
                        .path("id")
                        .asText());
        ids.put("review", posted(team, Member.OFFICER, "reviews", Map.of("year", 2026)));
        ids.put("pack", Await.until("a pack", LIMIT, () -> pack(team, job)));
        ids.put("notification", Await.until("a mail", LIMIT, () -> mail(team)));
        return new Belongings(ids);
    }

    /** A legal clock, a report on it, and a proposal that waits for a second person. */
    private static void legal(Team team, String failure, Map<String, String> ids)
            throws IOException, InterruptedException {
        Map<String, Object> answers = Map.of(
                "answers",
                Map.of("death", true, "provider", true, "high_risk", true),
                "jurisdictions",
                List.of("DE"),
                "reason",
                "as it was told");
        team.as(Member.OFFICER)
                .put("/api/v1/triage/failures/" + failure, answers)
                .expect(200);
        JsonNode rules = team.as(Member.OFFICER)
                .get("/api/v1/triage/failures/" + failure)
                .expect(200)
                .json()
                .path("rules");
        for (JsonNode rule : rules) {
            if (rule.path("rule").asText().equals("AIA-73-4")) {
                ids.put("clock", rule.path("clock").asText());
            }
        }
        Map<String, Object> report = Map.of(
                "clocks",
                List.of(ids.get("clock")),
                "kind",
                "FOLLOW_UP",
                "submittedAt",
                Instant.now().toString(),
                "addressee",
                "Authority");
        ids.put(
                "report",
                team.as(Member.OFFICER)
                        .post("/api/v1/reports", report)
                        .expect(201)
                        .json()
                        .path("ids")
                        .path(0)
                        .asText());
        Map<String, Object> notice = Map.of(
                "failure",
                failure,
                "recipient",
                "IMPORTER",
                "name",
                "An importer",
                "sentAt",
                Instant.now().toString());
        ids.put("notice", posted(team, Member.OFFICER, "notices", notice));
        ids.put("hold", posted(team, Member.OFFICER, "legal-holds", Map.of("failure", failure, "reason", "a lawsuit")));
        ids.put(
                "proposal",
                team.as(Member.ANALYST)
                        .post("/api/v1/clocks/" + ids.get("clock") + "/waiver", Map.of("reason", "reported by others"))
                        .expect(200)
                        .json()
                        .path("id")
                        .asText());
    }

    /** Ids that are well written and name nothing. */
    static Belongings nothing() {
        Map<String, String> ids = new HashMap<>();
        for (String name : List.of(
                "system",
                "key",
                "target",
                "transition",
                "packJob",
                "import",
                "pack",
                "notification",
                "clock",
                "report",
                "notice",
                "hold",
                "comment",
                "document",
                "review",
                "form",
                "outsideReport",
                "proposal")) {
            ids.put(name, UUID.randomUUID().toString());
        }
        ids.put("failure", "F-" + UUID.randomUUID());
        return new Belongings(ids);
    }

    /** A path with ids in the place of names. */
    String in(String path) {
        Matcher name = NAME.matcher(path);
        return name.replaceAll(found -> {
            String id = ids.get(found.group(1));
            if (id == null) {
                throw new AssertionError("have Belongings make a {" + found.group(1) + "} for " + path);
            }
            return id;
        });
    }

    /** A text in which none of the ids stands any more. */
    String without(String text) {
        String rest = text;
        for (String id : ids.values()) {
            rest = rest.replace(id, "ID").replace(id.replace("F-", ""), "ID");
        }
        return rest;
    }

    private static String posted(Team team, Member who, String collection, Map<String, ?> body)
            throws IOException, InterruptedException {
        return team.as(who)
                .post("/api/v1/" + collection, body)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static Optional<String> pack(Team team, String job) throws IOException, InterruptedException {
        JsonNode state = team.as(Member.OFFICER)
                .get("/api/v1/packs/jobs/" + job)
                .expect(200)
                .json();
        return Optional.of(state.path("result").path("pack").asText()).filter(id -> !id.isEmpty());
    }

    private static Optional<String> mail(Team team) throws IOException, InterruptedException {
        return team.as(Member.AUDITOR).get("/api/v1/notifications").expect(200).items().stream()
                .map(one -> one.path("id").asText())
                .findFirst();
    }
}
