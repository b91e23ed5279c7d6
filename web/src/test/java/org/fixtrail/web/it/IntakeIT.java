package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.intake.Reporter;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.intake.HandleReports;
import org.fixtrail.services.intake.Intake;
import org.fixtrail.services.intake.ManageIntake;
import org.fixtrail.services.intake.NewReport;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.triage.SecondPerson;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody outside reports, without signing in, and nothing of it is lost. */
@ExtendWith(ArquillianExtension.class)
class IntakeIT {
    private static final NewReport WRONG_DOSE = new NewReport(
            Reporter.DEPLOYER, "Clinic North", "ward 3", "It named a wrong dose", "Ten times", "1.0", null);

    @Inject
    private ManageIntake forms;

    @Inject
    private Intake intake;

    @Inject
    private HandleReports reports;

    @Inject
    private SecondPerson second;

    @Inject
    private ShowFailure failures;

    @Inject
    private CheckLedger check;

    @Inject
    private Behind behind;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Test
    void a_report_becomes_a_failure_that_was_detected_when_it_came_in() {
        Tenant tenant = tenant();
        UUID form = form(tenant);
        UUID report = done(intake.report(form, WRONG_DOSE));
        assertThat(waiting(tenant)).isOne();

        clock.shifted(Duration.ofDays(3), () -> {
            FailureId failure = done(
                    as(tenant.person(0), () -> reports.openFailure(report, null, Severity.HIGH, FailureKind.INCIDENT)));

            var view = as(tenant.person(0), () -> failures.one(failure.value()));
            assertThat(view.failure().title()).isEqualTo("It named a wrong dose");
            assertThat(view.failure().stage()).isEqualTo(Stage.DETECTED);
            assertThat(view.failure().detectedAt())
                    .isEqualTo(as(tenant.person(0), () -> reports.one(report))
                            .report()
                            .recordedAt());
        });
        assertThat(waiting(tenant)).isZero();
        assertThat(rule(as(tenant.person(0), () -> reports.decline(report, "none"))))
                .isEqualTo("decided");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void that_it_is_no_failure_takes_two_people_and_it_waits_until_then() {
        Tenant tenant = tenant();
        UUID report = done(intake.report(form(tenant), WRONG_DOSE));

        UUID proposal = done(as(tenant.person(0), () -> reports.decline(report, "not our system")));

        assertThat(waiting(tenant)).isOne();
        assertThat(rule(as(tenant.person(0), () -> second.confirm(proposal)))).isEqualTo("second-person");
        done(as(tenant.person(1), () -> second.decline(proposal, "it is ours")));
        assertThat(waiting(tenant)).isOne();
        UUID again = done(as(tenant.person(1), () -> reports.decline(report, "it is not, after all")));
        done(as(tenant.person(0), () -> second.confirm(again)));
        assertThat(waiting(tenant)).isZero();
        assertThat(as(tenant.person(0), () -> reports.one(report)).decided()).isTrue();
    }

    @Test
    void a_closed_form_and_one_that_never_was_are_not_found_and_what_came_stays() {
        Tenant tenant = tenant();
        UUID form = form(tenant);
        done(intake.report(form, WRONG_DOSE));

        done(as(tenant.person(0), () -> forms.close(form)));

        assertThatThrownBy(() -> intake.report(form, WRONG_DOSE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> intake.heading(UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThat(waiting(tenant)).isOne();
    }

    @Test
    void what_is_too_long_or_in_the_future_is_refused_field_by_field_and_nothing_is_stored() {
        Tenant tenant = tenant();
        NewReport wrong = new NewReport(
                Reporter.OTHER,
                "n".repeat(201),
                "c".repeat(201),
                " ",
                "d".repeat(10_001),
                "\0",
                clock.now().plus(Duration.ofDays(1)));

        assertThat(fields(intake.report(form(tenant), wrong)))
                .containsExactlyInAnyOrder("name", "contact", "title", "description", "version", "happenedAt");
        assertThat(waiting(tenant)).isZero();
    }

    @Test
    void the_team_gets_one_mail_for_the_reports_of_an_hour() {
        Tenant tenant = tenant();
        UUID form = form(tenant);
        for (int i = 0; i < 3; i++) {
            done(intake.report(form, WRONG_DOSE));
        }

        assertThat(mails(tenant)).isEqualTo(2);
        clock.shifted(Duration.ofHours(2), () -> done(intake.report(form, WRONG_DOSE)));
        assertThat(mails(tenant)).as("two officers").isEqualTo(4);
    }

    private long mails(Tenant tenant) {
        return behind.count(
                "select count(*) from notification where organisation_id = ? and kind = 'report.received'",
                tenant.id());
    }

    private Tenant tenant() {
        return tenants.with(Role.COMPLIANCE_OFFICER, Role.COMPLIANCE_OFFICER);
    }

    private UUID form(Tenant tenant) {
        UUID system = story.system(tenant);
        return done(as(tenant.person(0), () -> forms.open(system, "For clinics")));
    }

    private long waiting(Tenant tenant) {
        return as(tenant.person(0), () -> reports.list(true, PageRequest.first(10)))
                .total();
    }
}
