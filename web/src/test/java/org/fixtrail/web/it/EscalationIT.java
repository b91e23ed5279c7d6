package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.escalation.EscalationEnd;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.domain.notification.MailWishes.Quiet;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.escalation.AcknowledgeNews;
import org.fixtrail.services.escalation.EscalationView;
import org.fixtrail.services.escalation.EscalationWatch;
import org.fixtrail.services.escalation.FindEscalations;
import org.fixtrail.services.escalation.NewEscalationChain;
import org.fixtrail.services.escalation.SetEscalation;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.notification.ChooseMails;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** News of clocks goes from owner to team to executives until somebody acknowledges it, each step once. */
@ExtendWith(ArquillianExtension.class)
class EscalationIT {
    private static final Duration WARNS = Duration.ofHours(80).plusMinutes(1);
    private static final Duration BREACHES = Duration.ofHours(100).plusMinutes(1);
    private static final int OWNER = 0;
    private static final int ANALYST = 1;
    private static final int EXECUTIVE = 2;

    @Inject
    private SetEscalation setEscalation;

    @Inject
    private AcknowledgeNews acknowledge;

    @Inject
    private FindEscalations find;

    @Inject
    private EscalationWatch escalations;

    @Inject
    private ClockWatch clocks;

    @Inject
    private FindClocks findClocks;

    @Inject
    private SetTargets targets;

    @Inject
    private ChooseMails mails;

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
    void a_warning_goes_from_owner_to_team_to_executives_each_after_its_hours_and_once_by_any_number_of_nodes() {
        Tenant tenant = tenant(2, 5, 0, 4);
        UUID failure = detected(tenant);

        at(WARNS);
        assertThat(told(tenant, "target.warned"))
                .containsExactly(tenant.person(OWNER).person());
        at(WARNS.plusMinutes(119));
        assertThat(told(tenant, "target.warned")).hasSize(1);
        together(WARNS.plusMinutes(121));
        assertThat(told(tenant, "target.warned"))
                .containsExactly(
                        tenant.person(OWNER).person(), tenant.person(ANALYST).person());
        together(WARNS.plusMinutes(121 + 301));
        assertThat(told(tenant, "target.warned"))
                .containsExactly(
                        tenant.person(OWNER).person(),
                        tenant.person(ANALYST).person(),
                        tenant.person(EXECUTIVE).person());
        assertThat(subjects(tenant))
                .containsExactly(
                        "Target at risk: Wrong answer",
                        "Escalated: Target at risk: Wrong answer",
                        "Escalated: Target at risk: Wrong answer");
        at(WARNS.plusHours(15));
        assertThat(told(tenant, "target.warned")).hasSize(3);
        assertThat(as(tenant.server(), check::check).problem()).isNull();
    }

    @Test
    void a_breach_reaches_owner_and_team_at_once_and_executives_four_hours_later_whatever_they_chose() {
        Tenant tenant = tenant(24, 24, 0, 4);
        for (int person : List.of(OWNER, EXECUTIVE)) {
            Quiet always = new Quiet(LocalTime.of(0, 0), LocalTime.of(23, 59));
            run(
                    tenant.person(person),
                    () -> mails.choose(new MailWishes(false, false, always, null, ZoneId.of("Europe/Madrid"))));
        }
        detected(tenant);

        at(WARNS);
        assertThat(told(tenant, "target.warned"))
                .as("the owner wants no warnings")
                .containsExactly(tenant.person(ANALYST).person());
        at(BREACHES);
        assertThat(told(tenant, "target.breached"))
                .containsExactly(
                        tenant.person(OWNER).person(), tenant.person(ANALYST).person());
        at(BREACHES.plusMinutes(241));
        assertThat(told(tenant, "target.breached"))
                .containsExactly(
                        tenant.person(OWNER).person(),
                        tenant.person(ANALYST).person(),
                        tenant.person(EXECUTIVE).person());
        assertThat(behind.count(
                        "select count(*) from notification_delivery d join notification n on n.id = d.id"
                                + " where n.organisation_id = ? and n.kind = 'target.breached'"
                                + " and d.last_error like '%quiet%'",
                        tenant.id()))
                .isZero();
    }

    @Test
    void an_acknowledgement_stops_that_news_alone_and_is_on_record() {
        Tenant tenant = tenant(2, 5, 0, 4);
        UUID clockId = clockOf(detected(tenant));
        at(WARNS);

        clock.shifted(WARNS, () -> {
            assertThat(rule(as(tenant.person(ANALYST), () -> acknowledge.acknowledge(clockId, ClockChange.BREACHED))))
                    .isEqualTo("other-news");
            done(as(tenant.person(ANALYST), () -> acknowledge.acknowledge(clockId, ClockChange.WARNED)));
            assertThat(rule(as(tenant.person(OWNER), () -> acknowledge.acknowledge(clockId, ClockChange.WARNED))))
                    .isEqualTo("nothing-waits");
        });
        at(WARNS.plusHours(12));
        assertThat(told(tenant, "target.warned")).hasSize(1);
        EscalationView seen = views(tenant, clockId).get(0);
        assertThat(seen.ended()).isEqualTo(EscalationEnd.ACKNOWLEDGED);
        assertThat(seen.by()).isEqualTo("Risk analyst");
        assertThat(listed(tenant, clockId).news()).isEqualTo(seen);

        at(BREACHES);
        assertThat(told(tenant, "target.breached")).hasSize(2);
        assertThat(views(tenant, clockId))
                .extracting(EscalationView::news, EscalationView::isOpen)
                .containsExactly(tuple(ClockChange.BREACHED, true), tuple(ClockChange.WARNED, false));
        assertThat(as(tenant.server(), check::check).problem()).isNull();
    }

    @Test
    void news_that_something_worse_took_over_goes_up_no_further() {
        Tenant tenant = tenant(30, 30, 0, 4);
        UUID clockId = clockOf(detected(tenant));
        at(WARNS);
        at(BREACHES);

        at(WARNS.plusHours(31));
        assertThat(told(tenant, "target.warned")).hasSize(1);
        assertThat(views(tenant, clockId))
                .extracting(EscalationView::ended)
                .containsExactly(null, EscalationEnd.SUPERSEDED);
    }

    @Test
    void a_clock_that_was_met_goes_up_no_further() {
        Tenant tenant = tenant(2, 5, 0, 4);
        UUID failure = detected(tenant);
        at(WARNS);
        story.walk(tenant, failure, Stage.ANALYSED, Stage.DEPLOYED);

        at(WARNS.plusHours(10));

        assertThat(told(tenant, "target.warned")).hasSize(1);
        assertThat(views(tenant, clockOf(failure)))
                .extracting(EscalationView::ended)
                .containsExactly(EscalationEnd.OVER);
    }

    @Test
    void where_the_owner_is_nobody_it_starts_with_the_team_and_without_executives_it_ends_there() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        target(tenant);
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);

        at(WARNS);
        assertThat(told(tenant, "target.warned"))
                .containsExactly(tenant.person(0).person());
        at(WARNS.plusDays(10));
        assertThat(told(tenant, "target.warned")).hasSize(1);
    }

    @Test
    void who_changes_nothing_acknowledges_nothing() {
        Tenant tenant = tenant(2, 5, 0, 4);
        UUID clockId = clockOf(detected(tenant));
        at(WARNS);

        assertThatThrownBy(() ->
                        as(tenant.somebody(Role.AUDITOR), () -> acknowledge.acknowledge(clockId, ClockChange.WARNED)))
                .isInstanceOf(NotPermitted.class);
    }

    /** Owner, analyst and executive, with a target of a hundred hours and a chain. */
    private Tenant tenant(int warnedTeam, int warnedExecutive, int missedTeam, int missedExecutive) {
        Tenant tenant = tenants.with(Role.ML_ENGINEER, Role.RISK_ANALYST, Role.COMPLIANCE_OFFICER);
        target(tenant);
        List<UUID> executives = List.of(tenant.person(EXECUTIVE).person());
        set(
                tenant,
                ANALYST,
                new NewEscalationChain(warnedTeam, warnedExecutive, missedTeam, missedExecutive, executives));
        return tenant;
    }

    private void set(Tenant tenant, int person, NewEscalationChain chain) {
        done(as(tenant.person(person), () -> setEscalation.set(chain)));
    }

    private void target(Tenant tenant) {
        done(as(
                tenant.somebody(Role.RISK_ANALYST),
                () -> targets.add(
                        new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 100, TargetUnit.HOURS, null))));
    }

    /** A failure of an AI system whose owner is the engineer of the organisation. */
    private UUID detected(Tenant tenant) {
        UUID system = story.system(tenant, "ml ENGINEER ");
        UUID failure = story.failure(tenant, system, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        return failure;
    }

    private void at(Duration later) {
        clock.shifted(later, () -> {
            clocks.run();
            escalations.run();
        });
    }

    private void together(Duration later) {
        clock.shifted(
                later,
                () -> assertThat(together.run(4, number -> {
                            escalations.run();
                            return number;
                        }))
                        .allMatch(Together.Ended::well));
    }

    private UUID clockOf(UUID failure) {
        return behind.column(UUID.class, "select id from clock where failure_id = ?", failure)
                .get(0);
    }

    private List<EscalationView> views(Tenant tenant, UUID clockId) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.ofClock(clockId));
    }

    private FindClocks.ClockRow listed(Tenant tenant, UUID clockId) {
        ClockFilter all = ClockFilter.of(Set.of());
        return as(tenant.somebody(Role.AUDITOR), () -> findClocks.list(all, PageRequest.first(50))).items().stream()
                .filter(row -> row.clock().id().equals(clockId))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> told(Tenant tenant, String kind) {
        return behind.column(
                UUID.class,
                "select recipient_id from notification where organisation_id = ? and kind = ? order by leaf",
                tenant.id(),
                kind);
    }

    private List<String> subjects(Tenant tenant) {
        return behind.column(
                String.class, "select subject from notification where organisation_id = ? order by leaf", tenant.id());
    }
}
