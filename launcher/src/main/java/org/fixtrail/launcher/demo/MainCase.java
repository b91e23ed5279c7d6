package org.fixtrail.launcher.demo;

import static org.fixtrail.launcher.demo.DemoPerson.COMPLIANCE_OFFICER;
import static org.fixtrail.launcher.demo.DemoPerson.ENGINEER_AND_REVIEWER;
import static org.fixtrail.launcher.demo.DemoPerson.ML_ENGINEER;
import static org.fixtrail.launcher.demo.DemoPerson.REVIEWER;
import static org.fixtrail.launcher.demo.DemoPerson.RISK_ANALYST;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The failure that the story is about, from the launch to the proof that the fix works. */
final class MainCase {
    private static final String FINGERPRINT = "under-triage-of-emergency-symptoms";
    private static final int OCCURRENCES = 23;
    private static final Instant CONTAINED = Instant.parse("2026-02-24T09:00:00Z");
    private static final Instant ANALYSED = Instant.parse("2026-03-01T15:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant CURATED = Instant.parse("2026-03-16T16:00:00Z");
    private static final Instant RETRAINED = Instant.parse("2026-03-24T08:00:00Z");
    private static final Instant FAILED = Instant.parse("2026-03-27T14:00:00Z");
    private static final Instant VALIDATED = Instant.parse("2026-04-02T14:00:00Z");
    private static final Instant REVIEWED = Instant.parse("2026-04-06T11:00:00Z");
    private static final Instant DEPLOYED = Instant.parse("2026-04-10T00:00:00Z");
    private static final Instant VERIFIED = Instant.parse("2026-05-11T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Assistant assistant;
    private final Consumer<String> print;
    private final Case failure;

    MainCase(Assistant assistant, Consumer<String> print) {
        this.assistant = assistant;
        this.print = print;
        this.failure = Case.open(
                assistant.people(),
                RISK_ANALYST,
                Map.of(
                        "systemId",
                        assistant.id(),
                        "title",
                        "Under-triage of emergency symptoms",
                        "description",
                        "The assistant misses emergency symptoms. Launch, study and use are published facts;"
                                + " everything after the detection is invented for this demonstration.",
                        "severity",
                        "CRITICAL",
                        "category",
                        "ESCALATION_FAILURE",
                        "kind",
                        "SERIOUS_INCIDENT",
                        "affectedVersion",
                        Assistant.FIRST,
                        "fingerprint",
                        FINGERPRINT,
                        "emergedAt",
                        Assistant.LAUNCH.toString(),
                        "reference",
                        "Launch on 7 January 2026"));
    }

    Case failure() {
        return failure;
    }

    void detect() {
        failure.move(
                RISK_ANALYST,
                "DETECTED",
                Assistant.STUDY,
                Map.of(
                        "source", "OUTSIDE_REPORT",
                        "reference", "Outside study published on 23 February 2026",
                        "note", "The study found 52 % of emergency symptoms missed."));
        Answer sent = assistant.signal(
                FINGERPRINT,
                IntStream.range(0, OCCURRENCES)
                        .mapToObj(i -> Assistant.LAUNCH.plus(Duration.ofDays(2L * i + 1)))
                        .toList(),
                Map.of());
        print.accept("the assistant's key sends " + sent.number("stored") + " signals found in its logs (invented)");
        Answer shown = failure.show();
        Answer exposure = shown.only("exposure", "pair", "EMERGED-DETECTED");
        print.accept(String.format(
                Locale.ROOT,
                "\"Under-triage of emergency symptoms\", detected by an outside study on 23 February 2026:"
                        + " detection lag %s, exposure %,d queries, %d reported occurrences",
                Case.length(shown, "EMERGED-DETECTED"),
                exposure.number("interactions"),
                exposure.number("occurrences")));
    }

    void analyse() {
        failure.move(
                ML_ENGINEER,
                "CONTAINED",
                CONTAINED,
                Map.of(
                        "measure",
                        Case.INVENTED + " Questions that name one of 60 emergency symptoms are answered with the"
                                + " advice to call for help."));
        failure.invent(
                ML_ENGINEER,
                "ANALYSED",
                ANALYSED,
                "What the outside study did not say.",
                Map.of(
                        "rootCause", "Training examples of emergencies were rare and phrased as textbooks phrase them.",
                        "category", "ESCALATION_FAILURE",
                        "learningMode", "OBSERVATION",
                        "people", List.of("ML engineer", "Risk analyst", "Compliance officer")));
        print.accept("from here on all is invented: contained on 24 February, analysed on 1 March");
    }

    void fix() {
        failure.invent(ML_ENGINEER, "DECIDED", DECIDED, "Fine-tuning, with thresholds fixed beforehand.", decision());
        print.accept("decided on 4 March: fine-tuning; accepted if emergency recall is at least 0.95 and over-triage"
                + " at most 0.20");
        failure.invent(
                ENGINEER_AND_REVIEWER,
                "CURATED",
                CURATED,
                "12,000 new training examples.",
                Map.of("reference", "dataset emergencies-2026-03"));
        assistant.addFix(RETRAINED);
        failure.invent(ML_ENGINEER, "RETRAINED", RETRAINED, "One run.", Map.of("version", Assistant.FIXED));
        Answer first = validate(FAILED, "0.91", 53);
        Answer second = validate(VALIDATED, "0.97", 59);
        print.accept("version " + Assistant.FIXED + " is validated twice: recall 0.91 gives " + first.text("stage")
                + ", 0.97 after another run gives " + second.text("stage"));
    }

    void review() {
        Map<String, ?> conclusion = Map.of("conclusion", Case.INVENTED + " The results meet the thresholds.");
        refuse(403, ML_ENGINEER, conclusion);
        refuse(409, ENGINEER_AND_REVIEWER, conclusion);
        failure.move(REVIEWER, "REVIEWED", REVIEWED, conclusion);
        print.accept("reviewed on 6 April by the reviewer, who built nothing of it");
    }

    void deploy() {
        failure.invent(ML_ENGINEER, "DEPLOYED", DEPLOYED, "Rollout complete.", Map.of("version", Assistant.FIXED));
        assistant.goOn(VERIFIED);
        Answer shown = failure.show();
        print.accept(String.format(
                Locale.ROOT,
                "deployed on 10 April: adaptation lag %s, exposure %,d queries (invented)",
                Case.length(shown, "DETECTED-DEPLOYED"),
                shown.only("exposure", "pair", "DETECTED-DEPLOYED").number("interactions")));
        failure.invent(
                COMPLIANCE_OFFICER,
                "VERIFIED",
                VERIFIED,
                "No occurrence in the window.",
                Map.of("interactions", Assistant.queries(DEPLOYED, DEPLOYED.plus(WINDOW))));
        print.accept("verified on 11 May by the compliance officer, after 30 days without an occurrence");
    }

    private Answer validate(Instant at, String recall, int passed) {
        return failure.invent(
                ML_ENGINEER,
                "VALIDATED",
                at,
                "Measured on vignettes that were held out.",
                Map.of(
                        "results",
                        List.of(
                                Map.of("metric", "emergency recall", "affected", "0.48", "fixed", recall),
                                Map.of("metric", "over-triage", "affected", "0.11", "fixed", "0.16")),
                        "reproducingCases",
                        60,
                        "failedOnAffected",
                        60,
                        "passedOnFixed",
                        passed));
    }

    private void refuse(int status, DemoPerson who, Map<String, ?> conclusion) {
        Answer problem = failure.refused(status, who, "REVIEWED", REVIEWED, conclusion);
        print.accept(who.inSentence() + " tries to review it and is refused with " + problem.status() + ": "
                + problem.text("detail"));
    }

    private static Map<String, ?> decision() {
        return Map.of(
                "remedy", "FINE_TUNING",
                "owner", "ML engineer",
                "targetDate", "2026-03-25",
                "thresholds",
                        List.of(
                                Map.of("metric", "emergency recall", "comparison", "AT_LEAST", "value", "0.95"),
                                Map.of("metric", "over-triage", "comparison", "AT_MOST", "value", "0.20")),
                "reproducingPassShare", "0.95",
                "observationDays", WINDOW.toDays(),
                "minExposure", 1_000_000,
                "maxFailureRate", "0.000001",
                "snapshot", "Version 1.0, its configuration and logs, archive snapshot-2026-02-24");
    }
}
