package org.fixtrail.launcher.demo;

import static org.fixtrail.launcher.demo.DemoPerson.COMPLIANCE_OFFICER;
import static org.fixtrail.launcher.demo.DemoPerson.ML_ENGINEER;
import static org.fixtrail.launcher.demo.DemoPerson.REVIEWER;
import static org.fixtrail.launcher.demo.DemoPerson.RISK_ANALYST;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Failures beside the main one, so that every list has something in it. All of them are invented, and say so. */
final class OtherCases {
    private static final List<String> PEOPLE = List.of("ML engineer");
    private static final String CHILDREN = "Doses for adults given to questions about children";

    private final Assistant assistant;
    private final Instant now;
    private final Consumer<String> print;

    /** @param now what is recent is told from here back */
    OtherCases(Assistant assistant, Instant now, Consumer<String> print) {
        this.assistant = assistant;
        this.now = now;
        this.print = print;
    }

    void tell(Case main) {
        detected("Insurance questions answered with medical advice", "HIGH", "DOMAIN_MISMATCH", 13, 12);
        analysed();
        deployed();
        Case notOne = detected("Answers said to be too long", "LOW", "TONE_MISMATCH", 10, 9);
        notOne.end(
                RISK_ANALYST,
                COMPLIANCE_OFFICER,
                "DISMISSED",
                ago(7),
                Map.of("reason", Case.INVENTED + " The answers are as long as they should be."));
        Case again = detected("Chest pain answered with rest and tea", "MEDIUM", "ESCALATION_FAILURE", 300, 250);
        again.end(
                RISK_ANALYST,
                COMPLIANCE_OFFICER,
                "MERGED",
                ago(240),
                Map.of("into", main.id(), "reason", Case.INVENTED + " Another report of the same behaviour."));
        assistant.signal(
                "answers-in-the-wrong-language",
                List.of(ago(1)),
                Map.of("title", "Answers in the wrong language (invented)", "severity", "LOW"));
        print.accept("six more failures, all invented: one detected, one analysed, one deployed, one dismissed and one"
                + " merged by two people each, one opened by a signal");
    }

    private void analysed() {
        analysed(detected(CHILDREN, "HIGH", "MISSING_CONTEXT", 11, 10), "The age is not asked for.", 5);
    }

    /** Fixed by a changed prompt, which needs no training; it waits for its observation window. */
    private void deployed() {
        Case opening = detected("Opening hours of pharmacies out of date", "MEDIUM", "FACTUAL_ERROR", 44, 40);
        analysed(opening, "The hours come from the model's memory.", 39);
        opening.invent(
                ML_ENGINEER,
                "DECIDED",
                ago(38),
                "Two sentences more in the prompt.",
                Map.of(
                        "remedy",
                        "PROMPT",
                        "owner",
                        "ML engineer",
                        "targetDate",
                        now.plus(Duration.ofDays(30)).toString().substring(0, 10),
                        "thresholds",
                        List.of(Map.of("metric", "wrong hours", "comparison", "AT_MOST", "value", "0.01")),
                        "observationDays",
                        60,
                        "minExposure",
                        1_000_000,
                        "maxFailureRate",
                        "0.0001"));
        opening.invent(ML_ENGINEER, "CURATED", ago(37), "The new prompt.", Map.of("reference", "prompt 12"));
        opening.invent(
                ML_ENGINEER,
                "VALIDATED",
                ago(36),
                "Forty questions.",
                Map.of(
                        "results", List.of(Map.of("metric", "wrong hours", "affected", "0.35", "fixed", "0.0")),
                        "reproducingCases", 14,
                        "failedOnAffected", 14,
                        "passedOnFixed", 14));
        opening.move(REVIEWER, "REVIEWED", ago(35), Map.of("conclusion", Case.INVENTED + " No objection."));
        opening.invent(ML_ENGINEER, "DEPLOYED", ago(34), "To everyone at once.", Map.of("version", Assistant.FIXED));
    }

    private void analysed(Case failure, String cause, int daysAgo) {
        String category = failure.show().part("failure").text("category");
        failure.invent(
                ML_ENGINEER,
                "ANALYSED",
                ago(daysAgo),
                cause,
                Map.of("rootCause", cause, "category", category, "people", PEOPLE));
    }

    private Case detected(String title, String severity, String category, int emergedDaysAgo, int detectedDaysAgo) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("systemId", assistant.id());
        facts.put("title", title + " (invented)");
        facts.put("description", Case.INVENTED);
        facts.put("severity", severity);
        facts.put("category", category);
        facts.put("kind", "INCIDENT");
        facts.put("emergedAt", ago(emergedDaysAgo).toString());
        Case failure = Case.open(assistant.people(), ML_ENGINEER, facts);
        failure.invent(RISK_ANALYST, "DETECTED", ago(detectedDaysAgo), "Users wrote.", Map.of("source", "USER_REPORT"));
        return failure;
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
