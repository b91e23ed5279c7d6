package org.fixtrail.domain.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Substitutions;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/** Builds a failure's history move by move; each move happens one hour after the one before. */
final class Story {
    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    static final Actor ENGINEER = new Actor(Actor.Kind.PERSON, UUID.fromString("00000000-0000-0000-0000-00000000000e"));
    static final Actor REVIEWER = new Actor(Actor.Kind.PERSON, UUID.fromString("00000000-0000-0000-0000-00000000000f"));
    static final Actor OFFICER = new Actor(Actor.Kind.PERSON, UUID.fromString("00000000-0000-0000-0000-00000000000c"));

    private final List<TransitionFact> facts = new ArrayList<>();
    private final UUID failure = UUID.randomUUID();
    private FailureKind kind = FailureKind.INCIDENT;
    private boolean reportable;
    private long occurrencesSince;
    private Instant now = BEGIN;

    /** A failure that stands at the given stage of the line, by retraining. */
    static Story at(Stage stage) {
        return at(stage, Remedy.RETRAINING);
    }

    static Story at(Stage stage, Remedy remedy) {
        Story story = new Story();
        for (Stage next : Stage.line()) {
            if (next.number() > stage.number()) {
                break;
            }
            if (!(next.number() > Stage.DECIDED.number() && remedy.skips().contains(next))) {
                story.happened(next, next == Stage.REVIEWED ? REVIEWER : ENGINEER, details(next, remedy));
            }
        }
        return story;
    }

    Story ofKind(FailureKind wanted) {
        kind = wanted;
        return this;
    }

    Story withDutyToReport() {
        reportable = true;
        return this;
    }

    Story withOccurrencesSinceDeployment(long count) {
        occurrencesSince = count;
        return this;
    }

    /** Records without asking, as the facts of another day. */
    TransitionFact happened(Stage stage, Actor actor, Map<String, Object> details) {
        TransitionFact fact = fact(stage, 1, actor, details, false, null, null, false);
        facts.add(fact);
        return fact;
    }

    TransitionFact proposed(Stage stage, Actor actor, Map<String, Object> details) {
        TransitionFact fact = fact(stage, 1, actor, details, true, null, null, false);
        facts.add(fact);
        return fact;
    }

    TransitionFact confirmed(TransitionFact proposal, Actor actor) {
        TransitionFact fact =
                fact(proposal.stage(), 1, actor, proposal.details().values(), false, proposal.id(), null, false);
        facts.add(fact);
        return fact;
    }

    TransitionFact retracted(TransitionFact earlier) {
        TransitionFact fact = fact(earlier.stage(), 1, OFFICER, Map.of(), false, null, earlier.id(), true);
        facts.add(fact);
        return fact;
    }

    TransitionFact replaced(TransitionFact earlier, Map<String, Object> details) {
        TransitionFact fact = fact(earlier.stage(), 1, earlier.actor(), details, false, null, earlier.id(), false);
        facts.add(fact);
        return fact;
    }

    TransitionFact recurred() {
        TransitionFact fact = fact(Stage.EMERGED, 2, Actor.SERVER, Map.of(), false, null, null, false);
        facts.add(fact);
        return fact;
    }

    Decision ask(Stage stage, Actor actor) {
        return ask(stage, actor, details(stage, Remedy.RETRAINING));
    }

    Decision ask(Stage stage, Actor actor, Map<String, Object> details) {
        return ask(request(stage, actor, details));
    }

    Decision ask(MoveRequest request) {
        return Lifecycle.decide(
                request,
                timeline(),
                new FailureContext(now.plusSeconds(3600), kind, reportable, occurrencesSince, Substitutions.NONE));
    }

    MoveRequest request(Stage stage, Actor actor, Map<String, Object> details) {
        return new MoveRequest(stage, now, read(stage, details), null, actor, null, null);
    }

    void waits(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    List<TransitionFact> facts() {
        return List.copyOf(facts);
    }

    Timeline timeline() {
        return Timeline.of(facts, now.plusSeconds(3600), Long.MAX_VALUE);
    }

    private TransitionFact fact(
            Stage stage,
            int cycle,
            Actor actor,
            Map<String, Object> details,
            boolean proposal,
            @Nullable UUID confirms,
            @Nullable UUID supersedes,
            boolean retraction) {
        now = now.plusSeconds(3600);
        return new TransitionFact(
                UUID.randomUUID(),
                failure,
                cycle,
                stage,
                now,
                now,
                facts.size(),
                actor,
                new StageDetails(details),
                proposal,
                confirms,
                supersedes,
                retraction,
                false);
    }

    static StageDetails read(Stage stage, Map<String, Object> details) {
        StageDetailsReader.Reading reading = StageDetailsReader.read(stage, details);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        return reading.details();
    }

    /** Details that pass every guard. */
    static Map<String, Object> details(Stage stage, Remedy remedy) {
        return switch (stage) {
            case EMERGED -> Map.of();
            case DETECTED -> Map.of("source", "MONITORING");
            case ANALYSED ->
                Map.of("rootCause", "too few examples", "category", "FACTUAL_ERROR", "people", List.of("Max"));
            case DECIDED ->
                Map.of(
                        "remedy",
                        remedy.name(),
                        "owner",
                        "Max",
                        "targetDate",
                        "2026-04-01",
                        "thresholds",
                        List.of(Map.of("metric", "recall", "comparison", "AT_LEAST", "value", "0.95")),
                        "observationDays",
                        14L,
                        "minExposure",
                        1000L,
                        "maxFailureRate",
                        "0.01");
            case CURATED -> Map.of("reference", "data set 7");
            case RETRAINED, DEPLOYED -> Map.of("version", "2.0");
            case VALIDATED, VALIDATION_FAILED -> results("0.97", 10, 10, 10);
            case REVIEWED -> Map.of("conclusion", "sound");
            case VERIFIED -> Map.of("interactions", 5000L);
            case CONTAINED -> Map.of("measure", "routed to people");
            case DISMISSED, RETIRED -> Map.of("reason", "works as intended");
            case MERGED -> Map.of("reason", "the same", "into", new UUID(0, 7).toString());
            case RISK_ACCEPTED -> Map.of("reason", "rare", "expiresOn", "2026-12-31");
        };
    }

    static Map<String, Object> results(String recall, long cases, long failed, long passed) {
        return Map.of(
                "results",
                List.of(Map.of("metric", "recall", "affected", "0.48", "fixed", recall)),
                "reproducingCases",
                cases,
                "failedOnAffected",
                failed,
                "passedOnFixed",
                passed);
    }
}
