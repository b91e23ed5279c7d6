package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.NewWarnings;
import org.fixtrail.services.clock.NewWorkingTime;
import org.fixtrail.services.clock.SetClockRules;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.pause.NewPause;
import org.fixtrail.services.pause.PauseClocks;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Targets that pause, that count in working time, that are for one AI system; and when clocks warn. */
@ExtendWith(ArquillianExtension.class)
class TargetClocksIT {
    private static final NewPause ACME = new NewPause(PauseReason.THIRD_PARTY, "Acme Models", "asked for the weights");

    @Inject
    private SetTargets targets;

    @Inject
    private SetClockRules rules;

    @Inject
    private PauseClocks pauses;

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
    private Behind behind;

    @Test
    void a_pause_moves_the_deadline_by_as_long_as_it_lasted_and_is_on_record() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        add(tenant, null, pausable(10));
        UUID failure = detected(tenant);
        Instant before = one(tenant, failure).legalAt();

        done(as(tenant.person(0), () -> pauses.pause(failure, ACME)));
        assertThat(one(tenant, failure).state()).isEqualTo(ClockState.PAUSED);
        assertThat(rule(as(tenant.person(0), () -> pauses.pause(failure, ACME))))
                .isEqualTo("paused");
        assertThat(listed(tenant, ClockState.PAUSED)).containsExactly(failure);
        runAfter(Duration.ofHours(50));
        assertThat(one(tenant, failure).state()).isEqualTo(ClockState.PAUSED);
        clock.shifted(
                Duration.ofHours(50),
                () -> done(as(
                        tenant.person(0), () -> pauses.resume(failure, PauseReason.THIRD_PARTY, null, "they came"))));

        assertThat(one(tenant, failure).state()).isEqualTo(ClockState.RUNNING);
        assertThat(Duration.between(before, one(tenant, failure).legalAt()))
                .isBetween(
                        Duration.ofHours(50).minusMinutes(2),
                        Duration.ofHours(50).plusMinutes(2));
        assertThat(changes(tenant, failure))
                .containsExactly(ClockChange.STARTED, ClockChange.PAUSED, ClockChange.RECOMPUTED, ClockChange.RESUMED);
        assertThat(as(tenant.somebody(Role.AUDITOR), () -> pauses.of(failure)).acts())
                .extracting(act -> act.resumed())
                .containsExactly(false, true);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void what_no_target_allows_is_over_or_lies_elsewhere_in_time_is_refused() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        add(tenant, null, pausable(10));
        UUID failure = detected(tenant);
        NewPause authority = new NewPause(PauseReason.AUTHORITY, "Authority", "asked");

        assertThat(rule(as(tenant.person(0), () -> pauses.pause(failure, authority))))
                .isEqualTo("nothing-to-pause");
        clock.shifted(
                Duration.ofHours(11),
                () -> assertThat(rule(as(tenant.person(0), () -> pauses.pause(failure, ACME))))
                        .isEqualTo("nothing-to-pause"));
        assertThat(rule(as(
                        tenant.person(0), () -> pauses.pause(failure, new NewPause(PauseReason.THIRD_PARTY, " ", "")))))
                .isEqualTo("invalid-fields");
        assertThat(rule(as(tenant.person(0), () -> pauses.resume(failure, PauseReason.THIRD_PARTY, null, "came"))))
                .isEqualTo("not-paused");
        done(as(tenant.person(0), () -> pauses.pause(failure, ACME)));
        for (Instant wrong : List.of(clock.now().minusSeconds(600), clock.now().plusSeconds(600))) {
            assertThat(rule(as(tenant.person(0), () -> pauses.resume(failure, PauseReason.THIRD_PARTY, wrong, "came"))))
                    .isEqualTo("invalid-fields");
        }
    }

    @Test
    void a_change_tells_first_how_many_open_clocks_it_moves_and_moves_those_alone() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        UUID target = add(tenant, null, pausable(10));
        UUID met = story.failure(tenant, Duration.ofHours(1));
        story.walk(tenant, met, Stage.DEPLOYED);
        UUID open = detected(tenant);
        UUID paused = detected(tenant);
        done(as(tenant.person(0), () -> pauses.pause(paused, ACME)));
        Instant metEnds = one(tenant, met).legalAt();
        Instant openEnds = one(tenant, open).legalAt();

        assertThat(foreseen(tenant, target, pausable(10))).isEqualTo(Foreseen.NOTHING);
        assertThat(foreseen(tenant, target, pausable(20))).isEqualTo(new Foreseen(2, 0));
        clock.shifted(
                Duration.ofHours(5),
                () -> assertThat(foreseen(tenant, target, pausable(2))).isEqualTo(new Foreseen(2, 1)));
        assertThat(one(tenant, open).legalAt()).as("nothing is changed yet").isEqualTo(openEnds);
        done(as(tenant.person(0), () -> targets.change(target, pausable(20))));
        runAfter(Duration.ofSeconds(1));

        assertThat(one(tenant, open).legalAt()).isEqualTo(openEnds.plus(Duration.ofHours(10)));
        assertThat(one(tenant, met).legalAt()).isEqualTo(metEnds);
    }

    @Test
    void working_time_is_stated_once_and_another_one_moves_open_clocks_that_count_in_it() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        TargetTerms twoDays = new TargetTerms(2, TargetUnit.DAYS, TargetCounting.WORKING_TIME, null);
        assertThat(rule(as(tenant.person(0), () -> targets.add(target(null, twoDays)))))
                .isEqualTo("invalid-fields");
        done(as(tenant.person(0), () -> rules.workingTime(time("00:00", "24:00"))));
        add(tenant, null, twoDays);
        UUID failure = detected(tenant);
        RunningClock elapsed = one(tenant, failure);
        assertThat(elapsed.legalAt()).isEqualTo(elapsed.startedAt().plus(Duration.ofDays(2)));
        assertThat(elapsed.obligation()).isEqualTo("High: Detected to Deployed within 2 working days");

        assertThat(done(as(tenant.person(0), () -> rules.foresee(time("08:00", "16:00")))))
                .isEqualTo(new Foreseen(1, 0));
        done(as(tenant.person(0), () -> rules.workingTime(time("08:00", "16:00"))));
        runAfter(Duration.ofSeconds(1));

        assertThat(changes(tenant, failure)).containsExactly(ClockChange.STARTED, ClockChange.RECOMPUTED);
        assertThat(events(tenant, failure).get(1).reason()).startsWith("the working time changed");
        assertThat(one(tenant, failure)
                        .terms()
                        .targetBasis()
                        .orElseThrow()
                        .steps()
                        .get(0))
                .contains("Monday to Sunday from 08:00 to 16:00 (UTC); a day has 8 hours");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void a_target_of_one_system_takes_the_place_of_the_general_one() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        add(tenant, null, TargetTerms.elapsed(10, TargetUnit.HOURS));
        UUID failure = detected(tenant);
        UUID system = one(tenant, failure).systemId();
        Instant anHourAgo = clock.now().minus(Duration.ofHours(1));

        UUID own = done(as(
                tenant.person(0),
                () -> targets.add(new NewTarget(
                        Severity.HIGH,
                        system,
                        Stage.DETECTED,
                        Stage.DEPLOYED,
                        TargetTerms.elapsed(4, TargetUnit.HOURS),
                        anHourAgo))));
        runAfter(Duration.ofSeconds(1));

        List<RunningClock> clocks = clocks(tenant, failure);
        assertThat(clocks).hasSize(2);
        assertThat(clocks)
                .filteredOn(one -> own.equals(one.targetId()))
                .extracting(RunningClock::state)
                .containsExactly(ClockState.RUNNING);
        assertThat(clocks)
                .filteredOn(one -> !own.equals(one.targetId()))
                .extracting(RunningClock::state)
                .containsExactly(ClockState.VOID);
        Outcome<UUID> foreign = as(
                tenant.person(0),
                () -> targets.add(new NewTarget(
                        Severity.LOW,
                        UUID.randomUUID(),
                        Stage.DETECTED,
                        Stage.DEPLOYED,
                        TargetTerms.elapsed(4, TargetUnit.HOURS),
                        null)));
        assertThat(rule(foreign)).isEqualTo("invalid-fields");
    }

    @Test
    void each_warning_point_is_mailed_once_and_other_points_hold_for_running_clocks_too() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        add(tenant, null, pausable(10));
        UUID failure = detected(tenant);
        done(as(tenant.person(0), () -> rules.warnings(new NewWarnings(List.of(50, 80), List.of(1)))));

        for (double hour : new double[] {0.01, 5.1, 5.2, 8.1, 8.2, 9.1, 9.2}) {
            runAfter(Duration.ofSeconds(Math.round(hour * 3_600)));
        }

        assertThat(events(tenant, failure).stream()
                        .filter(event -> event.what() == ClockChange.WARNED)
                        .map(ClockEvent::reason))
                .containsExactly("50 % of the time is over", "80 % of the time is over", "1 hour before the end");
        assertThat(behind.column(
                        String.class,
                        "select kind from notification where organisation_id = ? and failure_id = ? order by leaf",
                        tenant.id(),
                        failure))
                .containsExactly("target.warned", "target.warned", "target.warned");
        done(as(tenant.person(0), () -> rules.warnings(new NewWarnings(List.of(60), List.of()))));
        runAfter(Duration.ofSeconds(33_200));
        assertThat(changes(tenant, failure).stream().filter(what -> what == ClockChange.WARNED))
                .as("60 % lie before what was told")
                .hasSize(3);
        for (NewWarnings wrong :
                Arrays.asList(new NewWarnings(List.of(), List.of(1)), new NewWarnings(List.of(100), List.of()))) {
            assertThat(rule(as(tenant.person(0), () -> rules.warnings(wrong)))).isEqualTo("invalid-fields");
        }
    }

    private static TargetTerms pausable(int hours) {
        return new TargetTerms(hours, TargetUnit.HOURS, TargetCounting.ELAPSED, PauseReason.THIRD_PARTY);
    }

    private static NewWorkingTime time(String from, String until) {
        return new NewWorkingTime(EnumSet.allOf(DayOfWeek.class), from, until, "UTC", null);
    }

    private static NewTarget target(@Nullable UUID system, TargetTerms terms) {
        return new NewTarget(Severity.HIGH, system, Stage.DETECTED, Stage.DEPLOYED, terms, null);
    }

    private UUID add(Tenant tenant, @Nullable UUID system, TargetTerms terms) {
        return done(as(tenant.person(0), () -> targets.add(target(system, terms))));
    }

    private Foreseen foreseen(Tenant tenant, UUID target, TargetTerms terms) {
        return done(as(tenant.person(0), () -> targets.foresee(target, terms)));
    }

    private UUID detected(Tenant tenant) {
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        return failure;
    }

    private void runAfter(Duration later) {
        clock.shifted(later, () -> watch.run());
    }

    private RunningClock one(Tenant tenant, UUID failure) {
        return clocks(tenant, failure).get(0);
    }

    private List<RunningClock> clocks(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.ofFailure(failure)).stream()
                .map(FindClocks.ClockStory::clock)
                .toList();
    }

    private List<UUID> listed(Tenant tenant, ClockState state) {
        PageRequest page = new PageRequest(0, 10, "deadline", false);
        return as(tenant.somebody(Role.AUDITOR), () -> find.list(ClockFilter.of(Set.of(state)), page)).items().stream()
                .map(row -> row.clock().failureId())
                .toList();
    }

    private List<ClockChange> changes(Tenant tenant, UUID failure) {
        return events(tenant, failure).stream().map(ClockEvent::what).toList();
    }

    private List<ClockEvent> events(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.ofFailure(failure)).stream()
                .flatMap(one -> one.events().stream())
                .toList();
    }
}
