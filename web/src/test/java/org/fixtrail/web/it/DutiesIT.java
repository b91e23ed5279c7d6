package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Recipient;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.triage.DutiesView;
import org.fixtrail.services.triage.GiveNotices;
import org.fixtrail.services.triage.HoldRecords;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.ShowDuties;
import org.fixtrail.services.triage.StateFacts;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands beside the clocks: notices along the supply chain, the evidence snapshot, legal holds. */
@ExtendWith(ArquillianExtension.class)
class DutiesIT {
    private static final Instant ARTICLE_20_APPLIES = Instant.parse("2028-01-10T09:00:00Z");

    @Inject
    private StateFacts state;

    @Inject
    private GiveNotices notices;

    @Inject
    private HoldRecords holds;

    @Inject
    private SecondPerson second;

    @Inject
    private ShowDuties show;

    @Inject
    private MoveFailure move;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Test
    void a_provider_of_a_system_that_does_not_conform_sees_who_is_still_to_be_told() {
        clock.frozen(ARTICLE_20_APPLIES, () -> {
            Tenant tenant = tenant();
            UUID failure = stated(tenant, Fact.PROVIDER, Fact.HIGH_RISK, Fact.NONCONFORMITY);
            assertThat(untold(tenant, failure))
                    .containsExactly(
                            Recipient.DISTRIBUTOR,
                            Recipient.DEPLOYER,
                            Recipient.AUTHORISED_REPRESENTATIVE,
                            Recipient.IMPORTER);

            UUID told = done(as(tenant.person(0), () -> notices.give(failure, notice("AIA-20-1", clock.now()))));

            assertThat(untold(tenant, failure))
                    .doesNotContain(Recipient.DEPLOYER)
                    .hasSize(3);
            done(as(tenant.person(0), () -> notices.retract(told, "it came back")));
            assertThat(untold(tenant, failure)).contains(Recipient.DEPLOYER);
            DutiesView view = view(tenant, failure);
            assertThat(view.notices()).hasSize(1);
            assertThat(view.retracted()).containsKey(told);
            assertThat(rule(as(tenant.person(0), () -> notices.retract(told, "again"))))
                    .isEqualTo("retracted");
            assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
        });
    }

    @Test
    void a_notice_in_the_future_by_an_unknown_rule_to_nobody_is_refused_field_by_field() {
        Tenant tenant = tenant();
        UUID failure = stated(tenant, Fact.PROVIDER);
        GiveNotices.NewNotice wrong = new GiveNotices.NewNotice(
                "AIA-999", Recipient.OTHER, " ", clock.now().plus(Duration.ofHours(1)), "x".repeat(201), "");

        assertThat(fields(as(tenant.person(0), () -> notices.give(failure, wrong))))
                .containsExactlyInAnyOrder("rule", "name", "sentAt", "reference");
        assertThat(view(tenant, failure).notices()).isEmpty();
    }

    @Test
    void a_duty_to_report_asks_for_an_evidence_snapshot_before_the_remedy_is_decided() {
        Tenant tenant = tenant();
        UUID failure = stated(tenant, Fact.PROVIDER, Fact.HIGH_RISK, Fact.DEATH);
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.ANALYSED);
        Map<String, Object> details = new HashMap<>(Story.details(Stage.DECIDED));

        assertThat(rule(as(
                        tenant.somebody(Role.ML_ENGINEER), () -> move.move(Move.to(Stage.DECIDED, failure, details)))))
                .isEqualTo("evidence-snapshot");

        details.put("snapshot", "archive 7, shelf 3");
        done(as(tenant.somebody(Role.ML_ENGINEER), () -> move.move(Move.to(Stage.DECIDED, failure, details))));
        assertThat(view(tenant, failure).snapshot()).contains(new DutiesView.Snapshot(true, "archive 7, shelf 3"));
    }

    @Test
    void a_legal_hold_stands_at_once_and_ends_by_two_people() {
        Tenant tenant = tenant();
        UUID failure = stated(tenant, Fact.PROVIDER);
        UUID hold = done(as(tenant.person(0), () -> holds.onFailure(failure, "a lawsuit")));
        UUID system = view(tenant, failure).failure().systemId();
        done(as(tenant.person(0), () -> holds.onSystem(system, "an inquiry")));
        assertThat(view(tenant, failure).holds()).hasSize(2);

        UUID lifting = done(as(tenant.person(0), () -> holds.lift(hold, "it is settled")));

        assertThat(view(tenant, failure).holds()).hasSize(2);
        assertThat(rule(as(tenant.person(0), () -> second.confirm(lifting)))).isEqualTo("second-person");
        assertThat(rule(as(tenant.person(1), () -> holds.lift(hold, "again")))).isEqualTo("waits");
        done(as(tenant.person(1), () -> second.confirm(lifting)));
        assertThat(view(tenant, failure).holds())
                .extracting(held -> held.placed().failureId())
                .containsOnlyNulls();
        assertThat(rule(as(tenant.person(1), () -> holds.lift(hold, "again")))).isEqualTo("lifted");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void a_declined_proposal_leaves_the_hold_and_another_may_follow() {
        Tenant tenant = tenant();
        UUID failure = stated(tenant, Fact.PROVIDER);
        UUID hold = done(as(tenant.person(0), () -> holds.onFailure(failure, "a lawsuit")));
        UUID first = done(as(tenant.person(0), () -> holds.lift(hold, "it is settled")));
        done(as(tenant.person(1), () -> second.decline(first, "not yet")));
        assertThat(view(tenant, failure).holds()).hasSize(1);

        UUID next = done(as(tenant.person(1), () -> holds.lift(hold, "now it is")));
        done(as(tenant.person(0), () -> second.confirm(next)));

        assertThat(view(tenant, failure).holds()).isEmpty();
    }

    private Tenant tenant() {
        return tenants.with(Role.COMPLIANCE_OFFICER, Role.COMPLIANCE_OFFICER);
    }

    private UUID stated(Tenant tenant, Fact... facts) {
        UUID failure = story.failure(tenant, Duration.ofDays(2));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
        for (Fact fact : facts) {
            answers.put(fact, true);
        }
        Facts all = new Facts(answers, Set.of(Jurisdiction.DE), null, Map.of(), Map.of());
        done(as(tenant.person(0), () -> state.ofFailure(failure, all, "first look")));
        return failure;
    }

    private static GiveNotices.NewNotice notice(String rule, Instant at) {
        return new GiveNotices.NewNotice(rule, Recipient.DEPLOYER, "Clinic North", at, "letter 4", "");
    }

    private List<Recipient> untold(Tenant tenant, UUID failure) {
        return view(tenant, failure).chains().stream()
                .filter(chain -> chain.rule().id().equals("AIA-20-1"))
                .findFirst()
                .orElseThrow()
                .untold();
    }

    private DutiesView view(Tenant tenant, UUID failure) {
        return as(tenant.person(0), () -> show.of(failure));
    }
}
