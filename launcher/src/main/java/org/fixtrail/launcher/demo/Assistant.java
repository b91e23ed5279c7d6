package org.fixtrail.launcher.demo;

import static org.fixtrail.launcher.demo.DemoPerson.ADMINISTRATOR;
import static org.fixtrail.launcher.demo.DemoPerson.COMPLIANCE_OFFICER;
import static org.fixtrail.launcher.demo.DemoPerson.ML_ENGINEER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The AI system of the story. Launch, study and use are published facts: launched on 7 January 2026, some 40 million
 * queries a day, and an outside study published on 23 February 2026 that found 52 % of emergency symptoms missed.
 *
 * @param machine calls as the deployed system itself, with its key
 */
record Assistant(String id, DemoPeople people, Api machine) {
    static final String FIRST = "1.0";
    static final String FIXED = "1.1";
    static final Instant LAUNCH = Instant.parse("2026-01-07T00:00:00Z");
    static final Instant STUDY = Instant.parse("2026-02-23T00:00:00Z");
    static final long QUERIES_PER_DAY = 40_000_000;

    private static final String SYSTEMS = "/api/v1/systems";

    static Assistant add(DemoPeople people) {
        Api officer = people.as(COMPLIANCE_OFFICER);
        String id = officer.post(
                        SYSTEMS,
                        Map.of(
                                "name", "Aster Health Assistant",
                                "purpose",
                                        "Answers people's questions about their health. The organisation and its name"
                                                + " are invented; launch, use and study are published facts.",
                                "riskClass", "HIGH_RISK",
                                "operatorRole", "BOTH",
                                "owner", "Product health (invented)",
                                "contexts", "Private persons, through app and website (invented)",
                                "learningModes", List.of("COMMUNICATION", "RETRIEVAL"),
                                "launchedAt", LAUNCH.toString()))
                .text("id");
        String key = people.as(ADMINISTRATOR)
                .post("/api/v1/keys", Map.of("kind", "MACHINE", "systemId", id, "label", "Assistant", "days", 90))
                .text("secret");
        Assistant assistant = new Assistant(id, people, officer.as(key));
        assistant.version(COMPLIANCE_OFFICER, FIRST, LAUNCH, "The version of the launch.");
        assistant.traffic(LAUNCH, STUDY, "published usage figure, 40 million a day");
        return assistant;
    }

    void addFix(Instant built) {
        version(ML_ENGINEER, FIXED, built, Case.INVENTED);
    }

    /** That use went on as before is assumed. */
    void goOn(Instant until) {
        traffic(STUDY, until, Case.INVENTED + " The same 40 million a day.");
    }

    /** Sends occurrences of one behaviour in one batch; the answer counts what was stored. */
    Answer signal(String fingerprint, List<Instant> times, Map<String, String> facts) {
        Map<String, String> data = new java.util.TreeMap<>(facts);
        data.put("fingerprint", fingerprint);
        data.put("version", FIRST);
        data.put("note", Case.INVENTED);
        List<Map<String, ?>> batch = times.stream()
                .<Map<String, ?>>map(at -> Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        fingerprint + "-" + at.getEpochSecond(),
                        "source",
                        "urn:demo:assistant",
                        "type",
                        "example.demo.outcome",
                        "time",
                        at.toString(),
                        "data",
                        data))
                .toList();
        return machine.post("/api/v1/signals", "application/cloudevents-batch+json", batch, Set.of(202));
    }

    /** Interactions between two moments at the published rate. */
    static long queries(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(from, to) * QUERIES_PER_DAY;
    }

    private void version(DemoPerson by, String name, Instant releasedAt, String note) {
        people.as(by)
                .post(
                        SYSTEMS + "/" + id + "/versions",
                        Map.of("name", name, "releasedAt", releasedAt.toString(), "note", note));
    }

    private void traffic(Instant from, Instant to, String source) {
        people.as(COMPLIANCE_OFFICER)
                .post(
                        SYSTEMS + "/" + id + "/traffic",
                        Map.of(
                                "from", from.toString(),
                                "to", to.toString(),
                                "interactions", queries(from, to),
                                "source", source));
    }
}
