package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clocks start with what starts them, warn and breach once each, and tell the risk team. */
@ExtendWith(ArquillianExtension.class)
class ClocksIT {
    private static final Duration WARNS_AFTER = Duration.ofHours(8);
    private static final Duration ENDS_AFTER = Duration.ofHours(10);

    @Inject
    private SetTargets targets;

    @Inject
    private FindClocks find;

    @Inject
    private ClockWatch watch;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Inject
    private Together together;

    @Inject
    private Behind behind;

    @Test
    void a_clock_starts_with_its_stage_warns_at_four_fifths_and_breaches_at_the_deadline_once_each() {
        Tenant tenant = withTarget(null);
        UUID failure = detected(tenant);

        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED);
        runAfter(WARNS_AFTER.minusMinutes(1));
        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED);
        runAfter(WARNS_AFTER.plusMinutes(1));
        runAfter(WARNS_AFTER.plusMinutes(2));
        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED, ClockChange.WARNED);
        runAfter(ENDS_AFTER.plusMinutes(1));
        runAfter(ENDS_AFTER.plusDays(3));
        assertThat(changes(tenant, failure))
                .containsExactly(ClockChange.STARTED, ClockChange.WARNED, ClockChange.BREACHED);
        assertThat(mails(tenant, failure)).containsExactly("target.warned", "target.breached");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void a_detection_entered_after_the_deadline_starts_the_clock_and_breaches_it_at_once() {
        Tenant tenant = withTarget(clock.now().minus(Duration.ofDays(30)));
        UUID failure = story.failure(tenant, Duration.ofDays(4));
        Instant threeDaysAgo = Moments.toMicros(clock.now().minus(Duration.ofDays(3)));

        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED, threeDaysAgo);
        runAfter(Duration.ZERO);
        runAfter(Duration.ofMinutes(1));

        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED, ClockChange.BREACHED);
        assertThat(mails(tenant, failure)).containsExactly("target.breached");
        assertThat(events(tenant, failure).get(0).startedAt()).isEqualTo(threeDaysAgo);
    }

    @Test
    void several_nodes_at_once_warn_once_and_breach_once() {
        Tenant tenant = withTarget(null);
        List<UUID> failures = List.of(detected(tenant), detected(tenant), detected(tenant));

        for (Duration later : List.of(WARNS_AFTER, ENDS_AFTER)) {
            clock.shifted(later.plusMinutes(1), () -> {
                List<Together.Ended<Boolean>> ended = together.run(4, number -> {
                    watch.run();
                    return true;
                });
                assertThat(ended).allMatch(Together.Ended::well);
                // a failure on which another node worked was passed over
                watch.run();
            });
        }

        for (UUID failure : failures) {
            assertThat(changes(tenant, failure))
                    .containsExactly(ClockChange.STARTED, ClockChange.WARNED, ClockChange.BREACHED);
            assertThat(mails(tenant, failure)).containsExactly("target.warned", "target.breached");
        }
    }

    @Test
    void reaching_the_stage_in_time_meets_the_clock_and_nobody_is_told() {
        Tenant tenant = withTarget(null);
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.walk(tenant, failure, Stage.DEPLOYED);

        runAfter(ENDS_AFTER.plusMinutes(1));

        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED, ClockChange.MET);
        assertThat(mails(tenant, failure)).isEmpty();
    }

    @Test
    void a_target_that_comes_later_starts_clocks_of_open_failures_in_the_background() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        UUID failure = detected(tenant);
        add(tenant, clock.now().minus(Duration.ofDays(1)));
        assertThat(events(tenant, failure)).isEmpty();

        runAfter(Duration.ofSeconds(1));

        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED);
    }

    @Test
    void a_longer_target_moves_the_deadline_and_an_ended_one_voids_the_clock() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        UUID target = add(tenant, null);
        UUID failure = detected(tenant);

        done(as(tenant.person(0), () -> targets.change(target, TargetTerms.elapsed(20, TargetUnit.HOURS))));
        runAfter(WARNS_AFTER.plusMinutes(1));
        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED, ClockChange.RECOMPUTED);
        done(as(tenant.person(0), () -> targets.end(target)));
        runAfter(WARNS_AFTER.plusMinutes(2));
        assertThat(changes(tenant, failure))
                .containsExactly(ClockChange.STARTED, ClockChange.RECOMPUTED, ClockChange.VOIDED);
        assertThat(rule(as(tenant.person(0), () -> targets.change(target, TargetTerms.elapsed(5, TargetUnit.HOURS)))))
                .isEqualTo("target-ended");
    }

    @Test
    void without_anybody_to_tell_the_mail_is_on_record_as_failed() {
        Tenant tenant = tenants.with(Role.AUDITOR);
        as(tenant.somebody(Role.RISK_ANALYST), () -> done(targets.add(target(null))));
        UUID failure = detected(tenant);

        runAfter(WARNS_AFTER.plusMinutes(1));

        assertThat(mails(tenant, failure)).containsExactly("target.warned");
        assertThat(behind.column(
                        String.class, "select state from notification_delivery where organisation_id = ?", tenant.id()))
                .containsExactly("FAILED");
    }

    @Test
    void clocks_are_listed_by_severity_and_by_what_is_at_risk_in_the_order_of_what_is_asked() {
        Tenant tenant = withTarget(clock.now().minus(Duration.ofDays(1)));
        UUID later = detected(tenant);
        UUID earlier = story.failure(tenant, Duration.ofHours(10));
        Instant nineHoursAgo = clock.now().minus(Duration.ofHours(9));
        story.move(tenant.somebody(Role.ML_ENGINEER), earlier, Stage.DETECTED, nineHoursAgo);

        for (String sort : List.of("deadline", "startedAt")) {
            assertThat(listed(tenant, new ClockFilter(Set.of(), false, null, Severity.HIGH, null), sort))
                    .containsExactly(earlier, later);
        }
        assertThat(listed(tenant, ClockFilter.ALL, "severity")).containsExactlyInAnyOrder(earlier, later);
        assertThat(listed(tenant, ClockFilter.AT_RISK, "state")).containsExactly(earlier);
        assertThat(listed(tenant, new ClockFilter(Set.of(), false, null, Severity.LOW, null), "state"))
                .isEmpty();
    }

    private List<UUID> listed(Tenant tenant, ClockFilter filter, String sort) {
        PageRequest page = new PageRequest(0, 10, sort, false);
        return as(tenant.somebody(Role.AUDITOR), () -> find.list(filter, page)).items().stream()
                .map(row -> row.clock().failureId())
                .toList();
    }

    private Tenant withTarget(@Nullable Instant validFrom) {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        add(tenant, validFrom);
        return tenant;
    }

    private UUID add(Tenant tenant, @Nullable Instant validFrom) {
        return done(as(tenant.person(0), () -> targets.add(target(validFrom))));
    }

    private static NewTarget target(@Nullable Instant validFrom) {
        return new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.HOURS, validFrom);
    }

    private UUID detected(Tenant tenant) {
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        return failure;
    }

    private void runAfter(Duration later) {
        clock.shifted(later, () -> watch.run());
    }

    private List<ClockChange> changes(Tenant tenant, UUID failure) {
        return events(tenant, failure).stream().map(ClockEvent::what).toList();
    }

    private List<ClockEvent> events(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.ofFailure(failure)).stream()
                .flatMap(story -> story.events().stream())
                .toList();
    }

    private List<String> mails(Tenant tenant, UUID failure) {
        return behind.column(
                String.class,
                "select kind from notification where organisation_id = ? and failure_id = ? order by leaf",
                tenant.id(),
                failure);
    }
}
