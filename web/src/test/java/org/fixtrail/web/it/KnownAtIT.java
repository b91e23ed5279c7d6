package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.failure.ClassifyFailure;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.lag.LagAnswer;
import org.fixtrail.services.lag.LagQuery;
import org.fixtrail.services.lag.MeasureLag;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.ledger.LedgerHead;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A figure as of a moment and as known at a size of the ledger is the same for ever. */
@ExtendWith(ArquillianExtension.class)
class KnownAtIT {
    @Inject
    private MeasureLag measure;

    @Inject
    private CheckLedger check;

    @Inject
    private MoveFailure move;

    @Inject
    private ClassifyFailure classify;

    @Inject
    private ShowFailure show;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Test
    void corrections_change_the_figure_of_now_and_never_that_of_then() {
        Tenant tenant = tenants.any();
        List<UUID> failures = history(tenant);
        Instant asOf = clock.now();
        LedgerHead then = as(tenant.server(), () -> check.head());
        LagAnswer known = measured(tenant, asOf, then.size(), null);
        assertThat(known.figures().get(0).counts().closed()).isEqualTo(3);
        assertThat(known.figures().get(0).counts().open()).isEqualTo(1);

        corrections(tenant, failures);

        assertThat(measured(tenant, asOf, then.size(), null))
                .usingRecursiveComparison()
                .isEqualTo(known);
        assertThat(measured(tenant, asOf, null, then.recordedAt()))
                .as("known at the time at which the ledger had this size")
                .usingRecursiveComparison()
                .isEqualTo(known);
        LagAnswer now = measured(tenant, asOf, null, null);
        assertThat(now.figures().get(0).p50())
                .isNotEqualTo(known.figures().get(0).p50());
        assertThat(now.figures().get(0).counts().dismissed()).isOne();
        assertThat(now.figures().get(0).counts().population()).isEqualTo(2);
    }

    /** Three that were fixed within 1, 2 and 3 hours, and one that is open. */
    private List<UUID> history(Tenant tenant) {
        List<UUID> failures = new ArrayList<>();
        UUID system = story.system(tenant);
        for (int hours = 1; hours <= 4; hours++) {
            UUID failure = story.failure(tenant, system, Duration.ofHours(12));
            failures.add(failure);
            Instant detected = clock.now().minus(Duration.ofHours(10));
            Caller engineer = tenant.somebody(Role.ML_ENGINEER);
            story.move(engineer, failure, Stage.DETECTED, detected);
            for (Stage stage : hours == 4 ? List.<Stage>of() : Stage.line().subList(2, 9)) {
                Caller by = stage == Stage.REVIEWED ? tenant.somebody(Role.REVIEWER) : engineer;
                story.move(by, failure, stage, detected.plus(Duration.ofHours(hours)));
            }
        }
        return failures;
    }

    private void corrections(Tenant tenant, List<UUID> failures) {
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        Instant later = clock.now().minus(Duration.ofHours(2));
        UUID deployed = transition(tenant, failures.get(0), Stage.DEPLOYED);
        done(as(
                engineer,
                () -> move.move(new Move(
                        failures.get(0),
                        Stage.DEPLOYED,
                        later,
                        Story.details(Stage.DEPLOYED),
                        "the rollout took longer",
                        null,
                        deployed,
                        null))));
        UUID retracted = transition(tenant, failures.get(1), Stage.DEPLOYED);
        done(as(engineer, () -> move.retract(failures.get(1), retracted, "rolled back")));
        done(as(
                tenant.somebody(Role.COMPLIANCE_OFFICER),
                () -> classify.classify(failures.get(2), before -> Story.facts(Severity.LOW), "less harm", null)));
        dismiss(tenant, failures.get(3), later);
    }

    private void dismiss(Tenant tenant, UUID failure, Instant at) {
        Map<String, String> reason = Map.of("reason", "works as intended");
        Move proposed = new Move(failure, Stage.DISMISSED, at, reason, null, null, null, null);
        UUID proposal = done(as(tenant.somebody(Role.RISK_ANALYST), () -> move.move(proposed)))
                .transitionId();
        done(as(
                tenant.somebody(Role.RISK_ANALYST),
                () -> move.move(new Move(failure, Stage.DISMISSED, at, reason, null, proposal, null, null))));
    }

    private UUID transition(Tenant tenant, UUID failure, Stage stage) {
        return as(tenant.somebody(Role.AUDITOR), () -> show.one(failure))
                .timeline()
                .reached(1, stage)
                .orElseThrow()
                .id();
    }

    private LagAnswer measured(Tenant tenant, Instant asOf, @Nullable Long knownAt, @Nullable Instant knownAtTime) {
        LagQuery query = new LagQuery(
                null,
                Severity.HIGH,
                null,
                null,
                null,
                asOf,
                knownAt,
                knownAtTime,
                Cycles.FIRST,
                List.of(StagePair.ADAPTATION));
        return as(tenant.somebody(Role.AUDITOR), () -> measure.measure(query));
    }
}
