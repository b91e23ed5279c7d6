package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.ShowClock;
import org.fixtrail.services.triage.ShowTriage;
import org.fixtrail.services.triage.StateFacts;
import org.fixtrail.services.triage.SubmitReports;
import org.fixtrail.services.triage.TriageView;
import org.fixtrail.services.triage.WaiveDuties;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers start legal clocks, take none away without a second person, and reports end them. */
@ExtendWith(ArquillianExtension.class)
class TriageIT {
    @Inject
    private StateFacts state;

    @Inject
    private ShowTriage triage;

    @Inject
    private ShowClock showClock;

    @Inject
    private SecondPerson second;

    @Inject
    private SubmitReports reports;

    @Inject
    private WaiveDuties waive;

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

    @Test
    void a_death_turns_15_days_into_10_and_the_trail_shows_both() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        state(tenant, failure, harm(Fact.HEALTH));
        RunningClock before = only(tenant, failure);
        assertThat(before.terms().ruleId()).isEqualTo("AIA-73-2");

        assertThat(state(tenant, failure, harm(Fact.HEALTH, Fact.DEATH)).waits())
                .isFalse();

        RunningClock after = only(tenant, failure);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.terms().ruleId()).isEqualTo("AIA-73-4");
        assertThat(after.legalAt()).isBefore(before.legalAt());
        assertThat(events(tenant, failure)).containsExactly(ClockChange.STARTED, ClockChange.RECOMPUTED);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void what_takes_a_clock_away_waits_for_another_person_while_the_clock_runs_on() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        state(tenant, failure, harm(Fact.DEATH));

        StateFacts.Stated gone = state(tenant, failure, noHarm());

        assertThat(gone.waits()).isTrue();
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.RUNNING);
        assertThat(rule(as(tenant.person(0), () -> second.confirm(gone.sheet()))))
                .isEqualTo("second-person");
        assertThat(rule(stating(tenant, failure, noHarm()))).isEqualTo("answers-wait");
        done(as(tenant.person(1), () -> second.confirm(gone.sheet())));
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.VOID);
        assertThat(rule(as(tenant.person(1), () -> second.confirm(gone.sheet()))))
                .isEqualTo("decided");
    }

    @Test
    void declined_answers_leave_those_of_before_in_force() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        state(tenant, failure, harm(Fact.DEATH));
        StateFacts.Stated gone = state(tenant, failure, noHarm());

        done(as(tenant.person(1), () -> second.decline(gone.sheet(), "the hospital says otherwise")));

        TriageView view = view(tenant, failure);
        assertThat(view.facts().answers()).containsEntry(Fact.DEATH, true);
        assertThat(view.waiting()).isEmpty();
        assertThat(view.history()).hasSize(2);
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void a_report_meets_the_clock_and_its_retraction_lets_it_run_again() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        state(tenant, failure, harm(Fact.DEATH));
        UUID running = only(tenant, failure).id();

        List<UUID> ids = done(as(tenant.person(0), () -> reports.submit(report(running))));
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.MET);
        done(as(tenant.person(0), () -> reports.retract(ids.get(0), "it never left the house")));

        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.RUNNING);
        assertThat(as(tenant.person(0), () -> showClock.one(running)).standing())
                .isEmpty();
        assertThat(rule(as(tenant.person(0), () -> reports.retract(ids.get(0), "again"))))
                .isEqualTo("retracted");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void overdue_and_breach_set_themselves_and_a_late_report_leaves_the_breach() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        state(tenant, failure, harm(Fact.CRITICAL_INFRASTRUCTURE));
        RunningClock running = only(tenant, failure);

        clock.frozen(running.deadline().legalAt().plusSeconds(1), watch::run);
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.BREACHED);
        clock.frozen(running.deadline().legalAt().plusSeconds(60), () -> {
            SubmitReports.NewReport late = new SubmitReports.NewReport(
                    Set.of(running.id()), ReportKind.COMBINED, clock.now(), "Authority", "", true, "");
            done(as(tenant.person(0), () -> reports.submit(late)));
        });

        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.MET_LATE);
        assertThat(events(tenant, failure)).contains(ClockChange.BREACHED, ClockChange.MET_LATE);
    }

    @Test
    void a_clock_and_a_rule_are_called_not_applicable_by_two_people_and_taken_up_again_by_one() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        state(tenant, failure, harm(Fact.DEATH));
        UUID running = only(tenant, failure).id();

        UUID waiver = done(as(tenant.person(0), () -> waive.clock(running, "reported by the parent company")));
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.RUNNING);
        assertThat(rule(as(tenant.person(0), () -> second.confirm(waiver)))).isEqualTo("second-person");
        done(as(tenant.person(1), () -> second.confirm(waiver)));
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.VOID);
        done(as(tenant.person(0), () -> waive.liftClock(running, "it did not")));
        assertThat(only(tenant, failure).state()).isEqualTo(ClockState.RUNNING);

        UUID ofRule = done(as(tenant.person(0), () -> waive.rule("AIA-73-4", "no such systems")));
        done(as(tenant.person(1), () -> second.confirm(ofRule)));
        watch.run();
        assertThat(only(tenant, failure).terms().ruleId()).isEqualTo("AIA-73-2");
        assertThat(rule(as(tenant.person(0), () -> waive.rule("AIA-73-4", "again"))))
                .isEqualTo("waived");
    }

    @Test
    void profiles_answer_what_a_failure_leaves_open() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        UUID system = view(tenant, failure).failure().systemId();
        done(as(tenant.person(0), () -> state.ofSystem(system, answers(true, Fact.HIGH_RISK, Fact.PROVIDER), "ours")));
        done(as(
                tenant.person(0),
                () -> state.ofOrganisation(answers(true, Fact.CONTROLLER), "we collect the data ourselves")));
        Facts here = new Facts(
                Map.of(Fact.DEATH, true, Fact.PERSONAL_DATA_BREACH, true),
                Set.of(Jurisdiction.DE),
                null,
                Map.of(),
                Map.of());

        state(tenant, failure, here);

        assertThat(clocks(tenant, failure))
                .extracting(of -> of.key().group())
                .containsExactlyInAnyOrder("AIA-73", "GDPR-33");
    }

    @Test
    void wrong_answers_are_refused_field_by_field_and_nothing_is_stored() {
        Tenant tenant = tenant();
        UUID failure = detected(tenant);
        Map<StartEvent, Moment> moments = new EnumMap<>(StartEvent.class);
        moments.put(StartEvent.AWARE, new Moment(clock.now().plus(Duration.ofDays(1)), ""));
        moments.put(StartEvent.LAST_REPORT, new Moment(clock.now(), "x"));
        Facts wrong = new Facts(Map.of(Fact.UNION, true), Set.of(Jurisdiction.COMMISSION), null, moments, Map.of());

        Outcome<StateFacts.Stated> outcome = as(tenant.person(0), () -> state.ofFailure(failure, wrong, ""));

        assertThat(((Outcome.Refused<?>) outcome).problems())
                .extracting(problem -> problem.field())
                .containsOnly("answers.union", "jurisdictions", "moments.aware", "moments.last_report", "reason");
        assertThat(view(tenant, failure).inForce()).isEmpty();
    }

    private Tenant tenant() {
        return tenants.with(Role.COMPLIANCE_OFFICER, Role.COMPLIANCE_OFFICER, Role.ML_ENGINEER);
    }

    private UUID detected(Tenant tenant) {
        UUID failure = story.failure(tenant, Duration.ofDays(2));
        story.move(
                tenant.somebody(Role.ML_ENGINEER),
                failure,
                Stage.DETECTED,
                clock.now().minus(Duration.ofHours(20)));
        return failure;
    }

    private Facts harm(Fact... harm) {
        Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
        answers.putAll(answers(true, harm).answers());
        answers.put(Fact.PROVIDER, true);
        answers.put(Fact.HIGH_RISK, true);
        Instant aware = clock.now().minus(Duration.ofHours(10));
        return new Facts(
                answers,
                Set.of(Jurisdiction.DE),
                null,
                Map.of(StartEvent.AWARE, new Moment(aware, "mail of a hospital")),
                Map.of());
    }

    private Facts noHarm() {
        return answers(
                        false,
                        Fact.DEATH,
                        Fact.HEALTH,
                        Fact.CRITICAL_INFRASTRUCTURE,
                        Fact.FUNDAMENTAL_RIGHTS,
                        Fact.PROPERTY,
                        Fact.ENVIRONMENT,
                        Fact.WIDESPREAD_INFRINGEMENT)
                .over(harm());
    }

    private static Facts answers(boolean yes, Fact... facts) {
        Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
        for (Fact fact : facts) {
            answers.put(fact, yes);
        }
        return new Facts(answers, Set.of(), null, Map.of(), Map.of());
    }

    private SubmitReports.NewReport report(UUID clockId) {
        return new SubmitReports.NewReport(
                Set.of(clockId), ReportKind.INITIAL, clock.now(), "Bundesnetzagentur", "AZ 17", false, "");
    }

    private StateFacts.Stated state(Tenant tenant, UUID failure, Facts facts) {
        return done(stating(tenant, failure, facts));
    }

    private Outcome<StateFacts.Stated> stating(Tenant tenant, UUID failure, Facts facts) {
        return as(tenant.person(0), () -> state.ofFailure(failure, facts, "first look"));
    }

    private TriageView view(Tenant tenant, UUID failure) {
        return as(tenant.person(0), () -> triage.of(failure));
    }

    private List<RunningClock> clocks(Tenant tenant, UUID failure) {
        return as(tenant.person(0), () -> find.ofFailure(failure)).stream()
                .map(FindClocks.ClockStory::clock)
                .toList();
    }

    private RunningClock only(Tenant tenant, UUID failure) {
        List<RunningClock> clocks = clocks(tenant, failure);
        assertThat(clocks).hasSize(1);
        return clocks.get(0);
    }

    private List<ClockChange> events(Tenant tenant, UUID failure) {
        return as(tenant.person(0), () -> find.ofFailure(failure)).stream()
                .flatMap(of -> of.events().stream())
                .map(ClockEvent::what)
                .toList();
    }
}
