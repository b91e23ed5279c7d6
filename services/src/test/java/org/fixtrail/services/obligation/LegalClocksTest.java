package org.fixtrail.services.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.domain.obligation.Fact.CRITICAL_INFRASTRUCTURE;
import static org.fixtrail.domain.obligation.Fact.DEATH;
import static org.fixtrail.domain.obligation.Fact.DEPLOYER;
import static org.fixtrail.domain.obligation.Fact.HEALTH;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Addressee;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.RulePack;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.system.OperatorRole;
import org.junit.jupiter.api.Test;

class LegalClocksTest {
    private static final String AWARE = "2026-11-20T08:00:00Z";
    /** From this time on Chapter III applies to systems of Annex III. */
    private static final String AFTER_THE_DEFERRAL = "2027-12-06T08:00:00Z";

    private static final String DAY_2 = "2026-11-22T08:00:00Z";

    @Test
    void harm_to_health_gives_15_days_and_a_death_turns_them_into_10() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(HEALTH);
        scene.refresh(AWARE);
        RunningClock clock = scene.clock("AIA-73");
        assertThat(clock.terms().ruleId()).isEqualTo("AIA-73-2");
        assertThat(clock.deadline().strictAt()).isEqualTo("2026-12-05T08:00:00Z");
        assertThat(clock.deadline().rolledAt()).isEqualTo("2026-12-07T23:00:00Z");
        assertThat(clock.legalAt()).isEqualTo("2026-12-07T23:00:00Z");

        List<ClockEvent> events = scene.yes(DEATH).refresh(DAY_2);

        assertThat(scene.groups()).containsExactly("AIA-73");
        assertThat(clock.terms().ruleId()).isEqualTo("AIA-73-4");
        assertThat(clock.legalAt()).isEqualTo("2026-11-30T23:00:00Z");
        assertThat(events).extracting(ClockEvent::what).containsExactly(ClockChange.RECOMPUTED);
        assertThat(events.get(0).reason())
                .isEqualTo("AIA-73-4 governs in place of AIA-73-2: the deadline moves from"
                        + " 2026-12-07T23:00:00.000000Z to 2026-11-30T23:00:00.000000Z");
        assertThat(events.get(0).basis().orElseThrow().grounds()).contains("death of a person: yes");
    }

    @Test
    void infrastructure_on_a_friday_ends_on_tuesday_by_law_and_on_sunday_by_elapsed_time() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(CRITICAL_INFRASTRUCTURE);
        scene.refresh(AWARE);

        RunningClock clock = scene.clock("AIA-73");

        assertThat(clock.terms().ruleId()).isEqualTo("AIA-73-3");
        assertThat(clock.deadline().strictAt()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(clock.legalAt()).isEqualTo("2026-11-24T23:00:00Z");
        assertThat(clock.zone()).isNotEmpty();
        assertThat(scene.refresh("2026-11-22T08:00:01Z"))
                .extracting(ClockEvent::what)
                .containsExactly(ClockChange.OVERDUE);
        assertThat(clock.state()).isEqualTo(ClockState.OVERDUE_STRICT);
        scene.refresh("2026-11-24T23:00:00Z");
        assertThat(clock.state()).isEqualTo(ClockState.OVERDUE_STRICT);
        scene.refresh("2026-11-24T23:00:01Z");
        assertThat(clock.state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void every_member_state_of_the_incident_has_its_own_clock_zone_and_holidays() {
        LegalScene scene = LegalScene.germanProvider("2026-12-23T12:00:00Z")
                .yes(CRITICAL_INFRASTRUCTURE)
                .in(Jurisdiction.DE, Jurisdiction.PT, Jurisdiction.US_CA);
        scene.refresh("2026-12-23T12:00:00Z");

        assertThat(scene.clocks).extracting(RunningClock::place).containsExactly(Jurisdiction.DE, Jurisdiction.PT);
        assertThat(scene.clocks.get(0).legalAt()).isEqualTo("2026-12-28T23:00:00Z");
        assertThat(scene.clocks.get(1).legalAt()).isEqualTo("2026-12-29T00:00:00Z");
    }

    @Test
    void the_first_report_meets_it_even_if_incomplete_and_a_follow_up_does_not() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH);
        scene.refresh(AWARE);
        RunningClock clock = scene.clock("AIA-73");

        scene.report(clock, ReportKind.FOLLOW_UP, DAY_2);
        scene.refresh(DAY_2);
        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        scene.report(clock, ReportKind.INITIAL, "2026-11-25T08:00:00Z");
        scene.refresh("2026-11-25T08:00:00Z");

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.metAt()).isEqualTo("2026-11-25T08:00:00Z");
    }

    @Test
    void a_report_after_the_legal_end_leaves_the_breach() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH);
        scene.refresh(AWARE);
        scene.refresh("2026-12-01T08:00:00Z");
        scene.report(scene.clock("AIA-73"), ReportKind.COMBINED, "2026-12-02T08:00:00Z");

        List<ClockEvent> events = scene.refresh("2026-12-02T08:00:00Z");

        assertThat(events).extracting(ClockEvent::what).containsExactly(ClockChange.MET_LATE);
        assertThat(scene.clock("AIA-73").state()).isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void answers_that_wait_start_clocks_and_take_none_away() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH);
        scene.refresh(AWARE);
        LegalCase.Demand inForce = new LegalCase.Demand(UUID.randomUUID(), scene.facts());
        LegalCase.Demand waiting = new LegalCase.Demand(
                UUID.randomUUID(),
                scene.no(DEATH).yes(Fact.PERSONAL_DATA_BREACH, Fact.CONTROLLER).facts());
        scene.waiting(inForce, waiting);

        scene.refresh(DAY_2);

        assertThat(scene.groups()).containsExactly("AIA-73", "GDPR-33");
        assertThat(scene.clock("AIA-73").state()).isEqualTo(ClockState.RUNNING);
        assertThat(scene.clock("GDPR-33").deadline().strictAt()).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void a_clock_whose_ground_is_gone_becomes_void_and_says_why() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH);
        scene.refresh(AWARE);
        scene.no(DEATH, HEALTH, CRITICAL_INFRASTRUCTURE, Fact.FUNDAMENTAL_RIGHTS, Fact.PROPERTY, Fact.ENVIRONMENT);

        List<ClockEvent> events = scene.refresh(DAY_2);

        assertThat(scene.clock("AIA-73").state()).isEqualTo(ClockState.VOID);
        assertThat(events.get(0).reason()).startsWith("does not apply: death of a person: no");
    }

    @Test
    void a_dismissed_failure_owes_nothing_a_retired_one_does() {
        LegalScene dismissed = LegalScene.germanProvider(AWARE).yes(DEATH);
        dismissed.refresh(AWARE);
        dismissed.transition(Stage.DISMISSED, DAY_2);
        dismissed.refresh(DAY_2);
        LegalScene retired = LegalScene.germanProvider(AWARE).yes(DEATH);
        retired.refresh(AWARE);
        retired.transition(Stage.RETIRED, DAY_2);
        retired.refresh(DAY_2);

        assertThat(dismissed.clock("AIA-73").state()).isEqualTo(ClockState.VOID);
        assertThat(retired.clock("AIA-73").state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void two_people_can_call_a_clock_or_a_rule_not_applicable() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH, Fact.PERSONAL_DATA_BREACH, Fact.CONTROLLER);
        scene.refresh(AWARE);
        scene.waivedClocks.add(scene.clock("AIA-73").id());
        scene.waivedRules.add("GDPR-33");

        scene.refresh(DAY_2);

        assertThat(scene.clock("AIA-73").state()).isEqualTo(ClockState.VOID);
        assertThat(scene.clock("GDPR-33").state()).isEqualTo(ClockState.VOID);
        scene.waivedClocks.clear();
        scene.waivedRules.clear();
        scene.refresh(DAY_2);
        assertThat(scene.clocks).extracting(RunningClock::state).containsOnly(ClockState.RUNNING);
    }

    @Test
    void the_role_may_differ_by_market() {
        LegalScene scene = LegalScene.germanProvider(AFTER_THE_DEFERRAL)
                .yes(DEATH, DEPLOYER)
                .in(Jurisdiction.DE, Jurisdiction.FR)
                .markets(Map.of(Jurisdiction.FR, OperatorRole.DEPLOYER));

        scene.refresh(AFTER_THE_DEFERRAL);

        assertThat(scene.clocks.stream()
                        .filter(clock -> clock.obligation().startsWith("AIA-73"))
                        .map(RunningClock::place))
                .containsExactly(Jurisdiction.DE);
        assertThat(scene.groups()).contains("AIA-26-5");
    }

    @Test
    void the_ai_office_is_addressed_where_it_alone_is_competent() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH, Fact.AI_OFFICE_COMPETENCE);
        scene.refresh(AWARE);

        RunningClock clock = scene.clock("AIA-73");

        assertThat(clock.place()).isEqualTo(Jurisdiction.COMMISSION);
        assertThat(clock.terms().basis().orElseThrow().addressee()).isEqualTo(Addressee.AI_OFFICE);
    }

    @Test
    void equivalent_duties_leave_fundamental_rights_only() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(HEALTH, Fact.EQUIVALENT_REPORTING);
        scene.no(Fact.FUNDAMENTAL_RIGHTS);
        scene.refresh(AWARE);
        assertThat(scene.groups()).isEmpty();

        scene.yes(Fact.FUNDAMENTAL_RIGHTS).refresh(AWARE);
        assertThat(scene.groups()).containsExactly("AIA-73");
    }

    @Test
    void a_deployer_takes_over_when_the_provider_cannot_be_reached() {
        LegalScene scene =
                LegalScene.germanProvider(AFTER_THE_DEFERRAL).no(Fact.PROVIDER).yes(DEPLOYER, HEALTH);
        scene.refresh(AFTER_THE_DEFERRAL);
        assertThat(scene.groups()).containsExactly("AIA-26-5");

        scene.yes(Fact.PROVIDER_UNREACHABLE).refresh(AFTER_THE_DEFERRAL);
        assertThat(scene.groups()).containsExactly("AIA-26-5", "AIA-73");
    }

    @Test
    void dora_runs_from_the_earlier_of_classification_and_awareness_and_then_from_each_report() {
        LegalScene scene = new LegalScene()
                .yes(Fact.FINANCIAL_ENTITY, Fact.MAJOR_INCIDENT, Fact.CREDIT_INSTITUTION)
                .in(Jurisdiction.DE)
                .moment(StartEvent.AWARE, "2026-11-18T08:00:00Z")
                .moment(StartEvent.CLASSIFIED_MAJOR, "2026-11-18T20:00:00Z");
        scene.refresh("2026-11-18T20:00:00Z");
        assertThat(scene.groups()).containsExactly("DORA-I");
        assertThat(scene.clock("DORA-I").legalAt()).isEqualTo("2026-11-19T00:00:00Z");

        scene.moment(StartEvent.CLASSIFIED_MAJOR, "2026-11-19T10:00:00Z").refresh("2026-11-19T10:00:00Z");
        assertThat(scene.clock("DORA-I").terms().ruleId())
                .as("breached under the rule before it was classified again")
                .isEqualTo("DORA-I-late");
        assertThat(scene.clock("DORA-I").legalAt()).isEqualTo("2026-11-19T14:00:00Z");

        scene.report(scene.clock("DORA-I"), ReportKind.INITIAL, "2026-11-19T12:00:00Z");
        scene.refresh("2026-11-19T12:00:00Z");
        scene.refresh("2026-11-19T12:00:01Z");
        assertThat(scene.clock("DORA-M").startedAt()).isEqualTo("2026-11-19T12:00:00Z");
        assertThat(scene.clock("DORA-M").deadline().strictAt()).isEqualTo("2026-11-22T12:00:00Z");
    }

    @Test
    void intermediate_reports_repeat_until_the_incident_is_resolved() {
        LegalScene scene = new LegalScene()
                .yes(Fact.COP_SIGNATORY, Fact.GPAI_SYSTEMIC_RISK, Fact.MODEL_INVOLVED, Fact.CYBER_BREACH)
                .moment(StartEvent.AWARE, AWARE);
        scene.refresh(AWARE);
        assertThat(scene.groups()).containsExactly("COP-9.3");
        assertThat(scene.clock("COP-9.3").legalAt()).isEqualTo("2026-11-25T08:00:00Z");

        scene.report(scene.clock("COP-9.3"), ReportKind.INITIAL, "2026-11-24T08:00:00Z");
        scene.refresh("2026-11-24T08:00:00Z");
        RunningClock first = scene.clock("COP-9.3-I");
        assertThat(first.legalAt()).isEqualTo("2026-12-22T08:00:00Z");
        scene.report(first, ReportKind.FOLLOW_UP, "2026-12-20T08:00:00Z");
        scene.refresh("2026-12-20T08:00:00Z");
        RunningClock second = scene.clock("COP-9.3-I");
        assertThat(first.state()).isEqualTo(ClockState.MET);
        assertThat(second.legalAt()).isEqualTo("2027-01-17T08:00:00Z");

        scene.moment(StartEvent.RESOLVED, "2027-01-05T08:00:00Z").refresh("2027-01-05T08:00:00Z");
        assertThat(second.state()).isEqualTo(ClockState.VOID);
        assertThat(scene.clock("COP-9.3-F").legalAt()).isEqualTo("2027-03-06T08:00:00Z");
    }

    @Test
    void a_report_does_not_answer_the_round_that_it_begins_once_the_one_before_is_taken_back() {
        LegalScene scene = new LegalScene()
                .yes(Fact.COP_SIGNATORY, Fact.GPAI_SYSTEMIC_RISK, Fact.MODEL_INVOLVED, Fact.CYBER_BREACH)
                .moment(StartEvent.AWARE, AWARE);
        scene.refresh(AWARE);
        scene.report(scene.clock("COP-9.3"), ReportKind.INITIAL, "2026-11-24T08:00:00Z");
        scene.refresh("2026-11-24T08:00:00Z");
        RunningClock first = scene.clock("COP-9.3-I");
        scene.report(first, ReportKind.FOLLOW_UP, "2026-12-20T08:00:00Z");
        scene.refresh("2026-12-20T08:00:00Z");

        scene.retract(ReportKind.INITIAL);
        scene.refresh("2026-12-21T08:00:00Z");

        assertThat(first.state()).isEqualTo(ClockState.RUNNING);
        assertThat(first.startedAt()).isEqualTo("2026-12-20T08:00:00Z");
    }

    @Test
    void a_new_edition_leaves_running_clocks_until_somebody_decides() {
        LegalScene scene = LegalScene.germanProvider(AWARE).yes(DEATH);
        scene.refresh(AWARE);
        RunningClock clock = scene.clock("AIA-73");
        RuleBook.Edition held = scene.editions.get(0);
        RulePack shorter = shorter(held.pack());
        scene.editions.add(new RuleBook.Edition(UUID.randomUUID(), 100, false, shorter));

        scene.refresh(DAY_2);
        assertThat(clock.legalAt()).isEqualTo("2026-11-30T23:00:00Z");

        scene.editions.add(new RuleBook.Edition(UUID.randomUUID(), 101, true, shorter));
        scene.refresh(DAY_2);
        assertThat(clock.legalAt()).isEqualTo("2026-11-25T23:00:00Z");
        assertThat(clock.terms().basis().orElseThrow().edition()).isEqualTo("2030-01-01");
    }

    private static RulePack shorter(RulePack pack) {
        String text = new RulePacks().text(pack.id());
        String edited = text.replace("edition: \"2026-11-20\"", "edition: \"2030-01-01\"")
                .replace("length: 10, unit: d", "length: 5, unit: d");
        RulePackReading reading = RulePackReader.read(edited.getBytes(StandardCharsets.UTF_8));
        return ((RulePackReading.Read) reading).pack();
    }

    @Test
    void what_nobody_answered_leaves_a_rule_undecided_and_starts_nothing() {
        LegalScene scene = LegalScene.germanProvider(AWARE);
        assertThat(scene.refresh(AWARE)).isEmpty();
    }
}
