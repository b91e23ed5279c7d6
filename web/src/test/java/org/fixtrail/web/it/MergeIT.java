package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.MoveFailure.Moved;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.lag.LagQuery;
import org.fixtrail.services.lag.MeasureLag;
import org.fixtrail.services.ledger.CheckLedger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A merge keeps the earliest awareness of anyone, and all of it can be taken back. */
@ExtendWith(ArquillianExtension.class)
class MergeIT {
    @Inject
    private MoveFailure move;

    @Inject
    private ShowFailure show;

    @Inject
    private SetTargets targets;

    @Inject
    private FindClocks clocks;

    @Inject
    private MeasureLag measure;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Merging merging;

    @Inject
    private TestClock clock;

    @Inject
    private Together together;

    @Inject
    private Behind behind;

    @Test
    void the_clock_starts_with_the_earliest_detection_and_is_set_back_when_the_merge_is_undone() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        Instant monthAgo = clock.now().minus(Duration.ofDays(30));
        NewTarget target = new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.DAYS, monthAgo);
        done(as(tenant.person(0), () -> targets.add(target)));
        UUID failure = detected(tenant, 2);
        UUID earlier = detected(tenant, 5);
        Instant own = view(tenant, failure).failure().detectedAt();

        Moved merged = merging.merged(tenant, earlier, failure);

        Instant theirs = view(tenant, earlier).failure().detectedAt();
        assertThat(view(tenant, failure).failure().detectedAt()).isEqualTo(theirs);
        assertThat(events(tenant, failure)).extracting(ClockEvent::startedAt).containsExactly(own, theirs);
        assertThat(events(tenant, earlier))
                .extracting(ClockEvent::what)
                .containsExactly(ClockChange.STARTED, ClockChange.VOIDED);
        done(merging.undone(tenant, earlier, merged));
        assertThat(events(tenant, failure))
                .extracting(ClockEvent::what)
                .containsExactly(ClockChange.STARTED, ClockChange.RECOMPUTED, ClockChange.RECOMPUTED);
        assertThat(events(tenant, failure)).extracting(ClockEvent::startedAt).containsExactly(own, theirs, own);
        assertThat(view(tenant, earlier).failure().status()).isEqualTo(FailureStatus.OPEN);
        assertLedger(tenant);
    }

    @Test
    void the_trail_says_where_a_time_comes_from_and_nobody_takes_it_back_there() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 2);
        UUID earlier = detected(tenant, 5);
        merging.merged(tenant, earlier, failure);

        TransitionFact detected = inForce(tenant, failure, Stage.DETECTED);

        FailureView view = view(tenant, failure);
        assertThat(detected.details().mergedFrom()).contains(earlier);
        assertThat(detected.details().text("source")).contains("MONITORING");
        assertThat(view.lateReasons().get(detected.id())).contains(earlier.toString());
        assertThat(view.transitions())
                .as("the own record is still there")
                .extracting(TransitionFact::id)
                .contains(detected.supersedes());
        assertThat(view.failure().emergedAt())
                .isEqualTo(view(tenant, earlier).failure().emergedAt());
        assertThat(rule(as(
                        tenant.somebody(Role.COMPLIANCE_OFFICER),
                        () -> move.retract(failure, detected.id(), "not ours"))))
                .isEqualTo("from-merge");
    }

    @Test
    void the_adaptation_lag_runs_from_the_earliest_detection_and_what_was_known_before_gives_the_old_figure() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 2);
        story.walk(tenant, failure, Stage.ANALYSED, Stage.DEPLOYED);
        UUID earlier = detected(tenant, 5);
        Instant asOf = clock.now().plus(Duration.ofHours(1));
        long before = as(tenant.server(), () -> check.head()).size();
        Instant deployed = inForce(tenant, failure, Stage.DEPLOYED).occurredAt();
        Instant own = inForce(tenant, failure, Stage.DETECTED).occurredAt();

        merging.merged(tenant, earlier, failure);

        Instant theirs = inForce(tenant, failure, Stage.DETECTED).occurredAt();
        assertThat(theirs).isBefore(own);
        LagFigure now = adaptation(tenant, asOf, null);
        assertThat(now.p50().estimate()).contains(Duration.between(theirs, deployed));
        assertThat(now.counts().merged()).isOne();
        LagFigure then = adaptation(tenant, asOf, before);
        assertThat(then.p50().estimate()).contains(Duration.between(own, deployed));
        assertThat(then.counts().merged()).isZero();
    }

    @Test
    void a_merge_of_a_failure_that_was_known_later_changes_nothing() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 5);
        UUID later = detected(tenant, 2);
        long version = view(tenant, failure).failure().version();

        Moved merged = merging.merged(tenant, later, failure);

        assertThat(view(tenant, failure).transitions()).hasSize(2);
        assertThat(view(tenant, failure).failure().version()).isEqualTo(version);
        done(merging.undone(tenant, later, merged));
        assertThat(view(tenant, failure).transitions()).hasSize(2);
    }

    @Test
    void a_failure_that_nobody_had_noticed_is_detected_by_the_merge() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofDays(1));
        UUID earlier = detected(tenant, 5);
        Moved merged = merging.merged(tenant, earlier, failure);

        assertThat(view(tenant, failure).failure().stage()).isEqualTo(Stage.DETECTED);
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        story.move(engineer, failure, Stage.ANALYSED);
        assertThat(rule(merging.undone(tenant, earlier, merged))).isEqualTo("built-upon");
        UUID detected = inForce(tenant, failure, Stage.DETECTED).id();
        Instant own = Moments.toMicros(clock.now().minus(Duration.ofHours(1)));
        done(as(
                engineer,
                () -> move.move(new Move(
                        failure,
                        Stage.DETECTED,
                        own,
                        Story.details(Stage.DETECTED),
                        "seen by us",
                        null,
                        detected,
                        null))));
        assertThat(view(tenant, failure).failure().detectedAt())
                .as("while the merge stands it is earlier")
                .isBefore(own);
        done(merging.undone(tenant, earlier, merged));
        assertThat(view(tenant, failure).failure().detectedAt()).isEqualTo(own);
        assertLedger(tenant);
    }

    @Test
    void a_detection_that_only_a_merge_gave_goes_with_it() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofDays(1));
        UUID earlier = detected(tenant, 5);
        Moved merged = merging.merged(tenant, earlier, failure);

        done(merging.undone(tenant, earlier, merged));

        assertThat(view(tenant, failure).failure().stage()).isEqualTo(Stage.EMERGED);
        assertThat(view(tenant, failure).failure().detectedAt()).isNull();
    }

    @Test
    void of_two_merges_the_other_takes_over_when_the_earliest_is_undone() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 2);
        UUID middle = detected(tenant, 4);
        UUID earliest = detected(tenant, 6);
        merging.merged(tenant, middle, failure);
        Moved merged = merging.merged(tenant, earliest, failure);
        assertThat(inForce(tenant, failure, Stage.DETECTED).details().mergedFrom())
                .contains(earliest);

        done(merging.undone(tenant, earliest, merged));

        assertThat(inForce(tenant, failure, Stage.DETECTED).details().mergedFrom())
                .contains(middle);
        assertThat(view(tenant, failure).failure().detectedAt())
                .isEqualTo(view(tenant, middle).failure().detectedAt());
        assertLedger(tenant);
    }

    @Test
    void what_is_merged_on_carries_the_earliest_time_along_and_back() {
        Tenant tenant = tenants.any();
        UUID last = detected(tenant, 2);
        UUID between = detected(tenant, 3);
        UUID earliest = detected(tenant, 6);
        Moved first = merging.merged(tenant, earliest, between);
        merging.merged(tenant, between, last);
        assertThat(view(tenant, last).failure().detectedAt())
                .isEqualTo(view(tenant, earliest).failure().detectedAt());

        done(merging.undone(tenant, earliest, first));

        assertThat(inForce(tenant, between, Stage.DETECTED).details().mergedFrom())
                .isEmpty();
        assertThat(view(tenant, last).failure().detectedAt())
                .isEqualTo(view(tenant, between).failure().detectedAt());
        assertLedger(tenant);
    }

    @Test
    void nothing_is_merged_into_a_failure_that_is_off_the_line_nor_in_a_circle() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 2);
        UUID other = detected(tenant, 3);
        UUID third = detected(tenant, 4);
        Moved proposal = merging.proposed(tenant, third, other);
        merging.merged(tenant, other, failure);

        assertThat(rule(merging.propose(tenant, failure, other))).isEqualTo("merge-target");
        assertThat(rule(merging.confirm(tenant, third, other, proposal)))
                .as("proposed while it was on the line")
                .isEqualTo("merge-target");
    }

    @Test
    void of_two_merges_in_opposite_directions_at_once_one_wins_and_the_other_is_told() throws SQLException {
        Tenant tenant = tenants.any();
        List<UUID> failures = List.of(detected(tenant, 2), detected(tenant, 3));
        List<Moved> proposals = List.of(
                merging.proposed(tenant, failures.get(0), failures.get(1)),
                merging.proposed(tenant, failures.get(1), failures.get(0)));

        List<Together.Ended<Outcome<Moved>>> ended = together.collide(
                tenant,
                2,
                number ->
                        merging.confirm(tenant, failures.get(number), failures.get(1 - number), proposals.get(number)));

        assertThat(ended).filteredOn(Together.Ended::well).hasSize(1);
        assertThat(ended.stream().filter(one -> !one.well()).map(Together.Ended::thrown))
                .hasOnlyElementsOfType(Changed.class);
        assertLedger(tenant);
    }

    @Test
    void two_merges_into_the_same_failure_at_once_are_both_counted() throws SQLException {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 2);
        List<UUID> merged = List.of(detected(tenant, 6), detected(tenant, 4));
        List<Moved> proposals = merged.stream()
                .map(one -> merging.proposed(tenant, one, failure))
                .toList();

        List<Together.Ended<Outcome<Moved>>> ended = together.collide(
                tenant, 2, number -> merging.confirm(tenant, merged.get(number), failure, proposals.get(number)));

        assertThat(ended).allMatch(Together.Ended::well);
        assertThat(inForce(tenant, failure, Stage.DETECTED).details().mergedFrom())
                .contains(merged.get(0));
        assertLedger(tenant);
    }

    @Test
    void the_migration_finds_merges_that_were_there_before() {
        Tenant tenant = tenants.any();
        UUID failure = detected(tenant, 2);
        UUID duplicate = detected(tenant, 3);
        merging.merged(tenant, duplicate, failure);
        behind.tamper("update failure set merged_into = null where id = ?", duplicate);

        behind.bringUpToDate("V002__merges.sql");

        assertThat(behind.column(UUID.class, "select merged_into from failure where id = ?", duplicate))
                .containsExactly(failure);
    }

    /** A failure of its own AI system, detected so many days ago and emerged a day before. */
    private UUID detected(Tenant tenant, int daysAgo) {
        UUID failure = story.failure(tenant, Duration.ofDays(daysAgo + 1));
        story.move(
                tenant.somebody(Role.ML_ENGINEER),
                failure,
                Stage.DETECTED,
                clock.now().minus(Duration.ofDays(daysAgo)));
        return failure;
    }

    private FailureView view(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> show.one(failure));
    }

    private TransitionFact inForce(Tenant tenant, UUID failure, Stage stage) {
        return view(tenant, failure).timeline().reached(1, stage).orElseThrow();
    }

    private List<ClockEvent> events(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> clocks.ofFailure(failure)).stream()
                .flatMap(story -> story.events().stream())
                .toList();
    }

    private LagFigure adaptation(Tenant tenant, Instant asOf, @Nullable Long knownAt) {
        LagQuery query = new LagQuery(
                null, null, null, null, null, asOf, knownAt, null, Cycles.FIRST, List.of(StagePair.ADAPTATION));
        return as(tenant.somebody(Role.AUDITOR), () -> measure.measure(query))
                .figures()
                .get(0);
    }

    private void assertLedger(Tenant tenant) {
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }
}
