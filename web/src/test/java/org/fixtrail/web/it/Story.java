package org.fixtrail.web.it;

import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.failure.FailureFacts;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.NewFailure;
import org.fixtrail.services.failure.OpenFailure;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.services.system.SystemFacts;
import org.jspecify.annotations.Nullable;

/** Steps that several tests need on their way, each through its use case. */
@ApplicationScoped
public class Story {
    static final String FIXED_VERSION = "2.0";

    /** What is recorded with each stage of the line: a retraining with one threshold, a day to watch, 100 interactions. */
    private static final Map<Stage, Map<String, Object>> DETAILS = Map.of(
            Stage.DETECTED, Map.of("source", "MONITORING"),
            Stage.ANALYSED,
                    Map.of("rootCause", "stale data", "category", "FACTUAL_ERROR", "people", List.of("A. Analyst")),
            Stage.DECIDED,
                    Map.of(
                            "remedy", "RETRAINING",
                            "owner", "B. Builder",
                            "targetDate", "2030-01-01",
                            "thresholds", List.of(Map.of("metric", "recall", "comparison", "AT_LEAST", "value", "0.9")),
                            "observationDays", 1,
                            "minExposure", 100,
                            "maxFailureRate", "0.05"),
            Stage.CURATED, Map.of("reference", "dataset-17"),
            Stage.RETRAINED, Map.of("version", FIXED_VERSION),
            Stage.VALIDATED, validation("0.95"),
            Stage.REVIEWED, Map.of("conclusion", "meets what was decided"),
            Stage.DEPLOYED, Map.of("version", FIXED_VERSION),
            Stage.VERIFIED, Map.of("interactions", 1_000));

    @Inject
    private ManageSystems systems;

    @Inject
    private OpenFailure open;

    @Inject
    private MoveFailure move;

    @Inject
    private TestClock clock;

    static Map<String, Object> details(Stage stage) {
        return DETAILS.getOrDefault(stage, Map.of());
    }

    /** @param recall of the fixed version; at least 0.9 meets the threshold */
    static Map<String, Object> validation(String recall) {
        return Map.of(
                "results", List.of(Map.of("metric", "recall", "affected", "0.4", "fixed", recall)),
                "reproducingCases", 10,
                "failedOnAffected", 10,
                "passedOnFixed", 10);
    }

    UUID system(Tenant tenant) {
        SystemFacts facts = SystemFacts.named("System " + UUID.randomUUID());
        return done(as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> systems.add(facts)));
    }

    /** @param owner as somebody wrote it */
    UUID system(Tenant tenant, String owner) {
        SystemFacts named = SystemFacts.named("System " + UUID.randomUUID());
        SystemFacts facts = new SystemFacts(
                named.name(),
                named.purpose(),
                named.riskClass(),
                named.operatorRole(),
                owner,
                named.contexts(),
                named.learningModes(),
                named.launchedAt());
        return done(as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> systems.add(facts)));
    }

    /** As the other, of an AI system of its own. */
    UUID failure(Tenant tenant, Duration ago) {
        return failure(tenant, system(tenant), ago);
    }

    /** A failure of high severity that emerged so long ago. */
    UUID failure(Tenant tenant, UUID systemId, Duration ago) {
        return failure(tenant, systemId, ago, null);
    }

    UUID failure(Tenant tenant, UUID systemId, Duration ago, @Nullable String fingerprint) {
        Instant emerged = Moments.toMicros(clock.now().minus(ago));
        NewFailure wanted = new NewFailure(systemId, facts(Severity.HIGH), fingerprint, emerged, null);
        return done(as(tenant.somebody(Role.ML_ENGINEER), () -> open.open(wanted)))
                .value();
    }

    static FailureFacts facts(Severity severity) {
        return new FailureFacts(
                "Wrong answer", "", severity, MistakeCategory.FACTUAL_ERROR, FailureKind.INCIDENT, null, null);
    }

    /** Records a stage now, and answers the transition. */
    UUID move(Caller caller, UUID failureId, Stage stage) {
        return done(as(caller, () -> move.move(Move.to(stage, failureId, details(stage)))))
                .transitionId();
    }

    /** Records a stage as of a moment of the past. */
    UUID move(Caller caller, UUID failureId, Stage stage, Instant at) {
        Move late = new Move(failureId, stage, Moments.toMicros(at), details(stage), "entered later", null, null, null);
        return done(as(caller, () -> move.move(late))).transitionId();
    }

    /** Takes a failure along the line up to and with a stage, by one builder and one reviewer. */
    void walk(Tenant tenant, UUID failureId, Stage last) {
        walk(tenant, failureId, Stage.DETECTED, last);
    }

    void walk(Tenant tenant, UUID failureId, Stage first, Stage last) {
        Caller builder = tenant.somebody(Role.ML_ENGINEER);
        Caller reviewer = tenant.somebody(Role.REVIEWER);
        for (Stage stage : Stage.line()) {
            if (stage.number() >= first.number() && stage.number() <= last.number()) {
                move(stage == Stage.REVIEWED || stage == Stage.VERIFIED ? reviewer : builder, failureId, stage);
            }
        }
    }
}
