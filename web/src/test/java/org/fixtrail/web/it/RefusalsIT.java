package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Refusal;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.refusal.RefusalWatch;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was refused is on record, one act for each minute, actor and rule. */
@ExtendWith(ArquillianExtension.class)
class RefusalsIT {
    @Inject
    private MoveFailure move;

    @Inject
    private RefusalWatch watch;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private Behind behind;

    @Test
    void refusals_of_a_minute_become_one_act_for_each_actor_and_rule() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        Caller auditor = tenant.somebody(Role.AUDITOR);
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        Move tooEarly = Move.to(Stage.CURATED, failure, Story.details(Stage.CURATED));
        Instant minute = clock.now().truncatedTo(ChronoUnit.MINUTES);

        clock.frozen(minute.plusSeconds(30), () -> {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> as(auditor, () -> move.move(tooEarly))).isInstanceOf(NotPermitted.class);
            }
            assertThat(rule(as(engineer, () -> move.move(tooEarly)))).isEqualTo("in-order");
            watch.run();
            assertThat(refusals(tenant)).as("the minute is not over").isEmpty();
        });
        clock.frozen(minute.plusSeconds(61), () -> {
            watch.run();
            watch.run();
        });

        assertThat(refusals(tenant))
                .extracting(Refusal::refusedActor, Refusal::rule, Refusal::useCase, Refusal::minute, Refusal::times)
                .containsExactlyInAnyOrder(
                        tuple(auditor.actor().toString(), "permission OPEN_FAILURE", "MoveFailure", minute, 3L),
                        tuple(engineer.actor().toString(), "in-order", "MoveFailure", minute, 1L));
        assertThat(behind.count("select count(*) from refusal_note where organisation_id = ?", tenant.id()))
                .isZero();
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void a_refusal_stores_nothing_else() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        String entries = "select count(*) from ledger_entry where organisation_id = ?";
        long before = behind.count(entries, tenant.id());

        assertThat(rule(as(
                        tenant.somebody(Role.ML_ENGINEER),
                        () -> move.move(Move.to(Stage.CURATED, failure, Story.details(Stage.CURATED))))))
                .isEqualTo("in-order");

        assertThat(behind.count(entries, tenant.id())).isEqualTo(before);
    }

    private List<Refusal> refusals(Tenant tenant) {
        return as(
                tenant.server(),
                () -> transactions.in(em ->
                        em.createQuery("select r from Refusal r", Refusal.class).getResultList()));
    }
}
