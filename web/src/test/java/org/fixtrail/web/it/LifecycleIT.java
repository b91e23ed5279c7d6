package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.MoveFailure.Moved;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.signal.IncomingSignal;
import org.fixtrail.services.signal.StoredSignals;
import org.fixtrail.services.system.ManageSystems;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A failure goes its way with the right people, and is refused any other. */
@ExtendWith(ArquillianExtension.class)
class LifecycleIT {
    @Inject
    private MoveFailure move;

    @Inject
    private ShowFailure show;

    @Inject
    private ManageSystems systems;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Signalling signalling;

    @Inject
    private TestClock clock;

    @Inject
    private Together together;

    @Test
    void the_right_people_take_a_failure_from_detection_to_the_proof_that_the_fix_works() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER, Role.ML_ENGINEER, Role.REVIEWER);
        Caller officer = tenant.person(0);
        Caller engineer = tenant.person(1);
        UUID failure = story.failure(tenant, Duration.ofHours(1));

        story.move(officer, failure, Stage.DETECTED);
        for (Stage stage : List.of(Stage.ANALYSED, Stage.DECIDED, Stage.CURATED, Stage.RETRAINED, Stage.VALIDATED)) {
            story.move(engineer, failure, stage);
        }
        story.move(tenant.person(2), failure, Stage.REVIEWED);
        story.move(engineer, failure, Stage.DEPLOYED);
        assertThat(rule(moved(officer, Move.to(Stage.VERIFIED, failure, Story.details(Stage.VERIFIED)))))
                .isEqualTo("observation-window");
        clock.shifted(Duration.ofHours(25), () -> {
            assertThat(rule(moved(officer, Move.to(Stage.VERIFIED, failure, Map.of("interactions", 99)))))
                    .isEqualTo("exposure");
            story.move(officer, failure, Stage.VERIFIED);
        });
        assertThat(view(tenant, failure).failure().status()).isEqualTo(FailureStatus.VERIFIED);
    }

    @Test
    void a_verified_failure_holds_every_stage_in_order_with_both_times_and_who_did_it() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER, Role.ML_ENGINEER, Role.REVIEWER);
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.walk(tenant, failure, Stage.DEPLOYED);
        clock.shifted(Duration.ofHours(25), () -> {
            story.move(tenant.person(0), failure, Stage.VERIFIED);

            FailureView view = view(tenant, failure);
            assertThat(view.failure().status()).isEqualTo(FailureStatus.VERIFIED);
            assertThat(view.transitions()).extracting(TransitionFact::stage).isEqualTo(Stage.line());
            assertThat(view.transitions())
                    .extracting(TransitionFact::recordedAt)
                    .isSorted();
            assertThat(view.names()).containsValue(Role.COMPLIANCE_OFFICER.label());
            assertThat(view.next()).isEmpty();
        });
    }

    @Test
    void whoever_built_the_fix_does_not_review_it() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        Caller both = tenant.somebody(Role.ML_ENGINEER, Role.REVIEWER);
        for (Stage stage : Stage.line().subList(1, 7)) {
            story.move(both, failure, stage);
        }

        assertThat(rule(moved(both, Move.to(Stage.REVIEWED, failure, Story.details(Stage.REVIEWED)))))
                .isEqualTo("second-pair-of-eyes");
        assertThat(view(tenant, failure).failure().stage()).isEqualTo(Stage.VALIDATED);
        story.move(tenant.somebody(Role.REVIEWER), failure, Stage.REVIEWED);
    }

    @Test
    void results_are_measured_against_thresholds_that_were_decided_before_and_freeze_then() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        story.move(engineer, failure, Stage.DETECTED);
        story.move(engineer, failure, Stage.ANALYSED);
        Map<String, Object> withoutThresholds = new HashMap<>(Story.details(Stage.DECIDED));
        withoutThresholds.remove("thresholds");

        assertThat(rule(moved(engineer, Move.to(Stage.VALIDATED, failure, Story.validation("0.95")))))
                .isEqualTo("in-order");
        assertThat(fields(moved(engineer, Move.to(Stage.DECIDED, failure, withoutThresholds))))
                .containsExactly("details.thresholds");
        UUID decided = story.move(engineer, failure, Stage.DECIDED);
        Instant decidedAt = view(tenant, failure)
                .timeline()
                .reached(1, Stage.DECIDED)
                .orElseThrow()
                .occurredAt();
        story.move(engineer, failure, Stage.CURATED);
        story.move(engineer, failure, Stage.RETRAINED);
        Moved missed = done(moved(engineer, Move.to(Stage.VALIDATED, failure, Story.validation("0.89"))));
        assertThat(missed.stage()).isEqualTo(Stage.VALIDATION_FAILED);
        assertThat(rule(moved(engineer, superseding(failure, Stage.DECIDED, decided, decidedAt))))
                .isEqualTo("thresholds-frozen");
        assertThat(done(moved(engineer, Move.to(Stage.VALIDATED, failure, Story.validation("0.9"))))
                        .stage())
                .isEqualTo(Stage.VALIDATED);
    }

    @Test
    void a_dismissal_needs_a_second_person() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant);
        Caller proposer = tenant.somebody(Role.RISK_ANALYST);
        Map<String, Object> reason = Map.of("reason", "works as intended");
        Moved proposal = done(moved(proposer, Move.to(Stage.DISMISSED, failure, reason)));

        assertThat(proposal.proposal()).isTrue();
        assertThat(view(tenant, failure).failure().status()).isEqualTo(FailureStatus.OPEN);
        assertThat(rule(moved(proposer, confirming(failure, Stage.DISMISSED, reason, proposal))))
                .isEqualTo("second-person");
        assertThat(rule(moved(
                        tenant.somebody(Role.REVIEWER),
                        confirming(failure, Stage.DISMISSED, Map.of("reason", "another"), proposal))))
                .isEqualTo("proposal-exists");
        done(moved(tenant.somebody(Role.REVIEWER), confirming(failure, Stage.DISMISSED, reason, proposal)));
        assertThat(view(tenant, failure).failure().status()).isEqualTo(FailureStatus.DISMISSED);
    }

    @Test
    void a_merge_can_be_undone() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant);
        UUID into = detected(tenant);
        Map<String, Object> details = Map.of("into", into.toString(), "reason", "the same cause");
        Moved proposal = done(moved(tenant.somebody(Role.RISK_ANALYST), Move.to(Stage.MERGED, failure, details)));
        Moved merged = done(
                moved(tenant.somebody(Role.COMPLIANCE_OFFICER), confirming(failure, Stage.MERGED, details, proposal)));
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);

        assertThat(view(tenant, failure).failure().status()).isEqualTo(FailureStatus.MERGED);
        assertThat(rule(moved(engineer, Move.to(Stage.ANALYSED, failure, Story.details(Stage.ANALYSED)))))
                .isEqualTo("off-the-line");
        done(as(engineer, () -> move.retract(failure, merged.transitionId(), "two causes after all")));
        assertThat(view(tenant, failure).failure().status()).isEqualTo(FailureStatus.OPEN);
        story.move(engineer, failure, Stage.ANALYSED);
    }

    @Test
    void a_failure_is_merged_only_into_another_of_the_same_organisation() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant);
        UUID theirs = detected(tenants.any());

        for (UUID into : List.of(failure, theirs)) {
            Map<String, Object> details = Map.of("into", into.toString(), "reason", "the same cause");
            assertThat(fields(moved(tenant.somebody(Role.RISK_ANALYST), Move.to(Stage.MERGED, failure, details))))
                    .containsExactly("details.into");
        }
    }

    @Test
    void what_others_build_upon_is_not_taken_back() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        UUID detected = story.move(engineer, failure, Stage.DETECTED);
        UUID analysed = story.move(engineer, failure, Stage.ANALYSED);

        assertThat(rule(as(engineer, () -> move.retract(failure, detected, "a mistake"))))
                .isEqualTo("built-upon");
        done(as(engineer, () -> move.retract(failure, analysed, "a mistake")));
        assertThat(view(tenant, failure).failure().stage()).isEqualTo(Stage.DETECTED);
        assertThat(rule(as(engineer, () -> move.retract(failure, analysed, "again"))))
                .isEqualTo("not-in-force");
        done(as(engineer, () -> move.retract(failure, detected, "a mistake")));
        assertThat(view(tenant, failure).failure().stage()).isEqualTo(Stage.EMERGED);
        assertThat(view(tenant, failure).transitions()).as("nothing is lost").hasSize(5);
    }

    @Test
    void a_transition_that_supersedes_another_takes_its_place_and_keeps_it_on_record() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(10));
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        UUID first = story.move(engineer, failure, Stage.DETECTED);
        story.move(engineer, failure, Stage.ANALYSED);
        Instant earlier = Moments.toMicros(clock.now().minus(Duration.ofHours(5)));

        assertThat(rule(moved(engineer, superseding(failure, Stage.ANALYSED, first, earlier))))
                .isEqualTo("replaces-same-stage");
        assertThat(rule(moved(
                        engineer,
                        superseding(failure, Stage.DETECTED, first, clock.now().minus(Duration.ofHours(11))))))
                .as("guards are checked again")
                .isEqualTo("times-in-order");
        UUID second = done(moved(engineer, superseding(failure, Stage.DETECTED, first, earlier)))
                .transitionId();
        FailureView view = view(tenant, failure);
        assertThat(view.failure().detectedAt()).isEqualTo(earlier);
        assertThat(view.failure().stage()).isEqualTo(Stage.ANALYSED);
        assertThat(view.transitions()).extracting(TransitionFact::id).contains(first, second);
        assertThat(rule(moved(engineer, superseding(failure, Stage.DETECTED, first, earlier))))
                .isEqualTo("replaces-same-stage");
    }

    @Test
    void of_two_moves_at_once_one_wins_and_the_other_is_told() throws SQLException {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        long version = view(tenant, failure).failure().version();
        Move detected =
                new Move(failure, Stage.DETECTED, null, Story.details(Stage.DETECTED), null, null, null, version);
        List<Together.Ended<Outcome<Moved>>> ended =
                together.collide(tenant, 2, number -> moved(tenant.somebody(Role.ML_ENGINEER), detected));

        assertThat(ended).filteredOn(Together.Ended::well).hasSize(1);
        assertThat(ended.stream().filter(one -> !one.well()).map(Together.Ended::thrown))
                .hasOnlyElementsOfTypes(Changed.class, OptimisticLockException.class);
        assertThat(view(tenant, failure).transitions()).hasSize(2);
    }

    @Test
    void whoever_looked_at_an_older_state_is_told() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        long seen = view(tenant, failure).failure().version();
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);

        assertThatThrownBy(() -> moved(
                        tenant.somebody(Role.ML_ENGINEER),
                        new Move(failure, Stage.ANALYSED, null, Story.details(Stage.ANALYSED), null, null, null, seen)))
                .isInstanceOf(Changed.class);
    }

    @Test
    void each_stage_asks_for_its_own_right() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant);

        for (Stage stage : Stage.values()) {
            if (stage != Stage.REVIEWED && stage != Stage.VERIFIED && !stage.isEnding()) {
                assertThatThrownBy(() ->
                                moved(tenant.somebody(Role.REVIEWER), Move.to(stage, failure, Story.details(stage))))
                        .as(stage.name())
                        .isInstanceOf(NotPermitted.class);
            }
        }
        Caller pipeline = tenant.somebody(Role.PIPELINE);
        assertThatThrownBy(() -> moved(pipeline, Move.to(Stage.REVIEWED, failure, Story.details(Stage.REVIEWED))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_key_reaches_no_failure_of_another_ai_system() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant);
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        Caller pipeline = new Caller(
                tenant.id(), engineer.actor(), "Pipeline", null, Role.PIPELINE.permissions(), story.system(tenant));

        assertThatThrownBy(() -> moved(pipeline, Move.to(Stage.CURATED, failure, Story.details(Stage.CURATED))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_occurrence_on_a_version_with_the_fix_begins_the_next_cycle_and_one_on_an_older_version_does_not() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        Caller officer = tenant.somebody(Role.COMPLIANCE_OFFICER);
        Instant now = clock.now();
        done(as(officer, () -> systems.addVersion(system, "1.0", now.minusSeconds(7_200), "")));
        done(as(officer, () -> systems.addVersion(system, Story.FIXED_VERSION, now.minusSeconds(60), "")));
        UUID failure = story.failure(tenant, system, Duration.ofHours(1), "fingerprint-1");
        story.walk(tenant, failure, Stage.DEPLOYED);

        clock.shifted(Duration.ofMinutes(10), () -> {
            IncomingSignal onOld = signalling.signal("on-old", "fingerprint-1", "1.0");
            StoredSignals old = signalling.send(tenant, system, onOld);
            assertThat(old.recurred()).isEmpty();
            assertThat(view(tenant, failure).failure().cycle()).isEqualTo(1);

            IncomingSignal onFixed = signalling.signal("on-fixed", "fingerprint-1", Story.FIXED_VERSION);
            StoredSignals again = signalling.send(tenant, system, onFixed);
            FailureView view = view(tenant, failure);
            assertThat(again.recurred()).containsExactly(view.id().toString());
            assertThat(view.failure().cycle()).isEqualTo(2);
            assertThat(view.failure().stage()).isEqualTo(Stage.EMERGED);
            assertThat(view.failure().occurrences()).isEqualTo(2);
            assertThat(view.lags()).containsOnlyKeys(1, 2);
        });
    }

    private UUID detected(Tenant tenant) {
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        return failure;
    }

    private Outcome<Moved> moved(Caller caller, Move wanted) {
        return as(caller, () -> move.move(wanted));
    }

    private static Move confirming(UUID failure, Stage stage, Map<String, Object> details, Moved proposal) {
        return new Move(failure, stage, null, details, null, proposal.transitionId(), null, null);
    }

    private static Move superseding(UUID failure, Stage stage, UUID replaced, Instant at) {
        return new Move(failure, stage, at, Story.details(stage), "corrected", null, replaced, null);
    }

    private FailureView view(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> show.one(failure));
    }
}
