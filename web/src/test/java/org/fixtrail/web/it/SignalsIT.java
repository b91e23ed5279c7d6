package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.failure.MoveFailure.Moved;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.lag.FailureExposure;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.signal.IncomingSignal;
import org.fixtrail.services.signal.ReceiveSignals;
import org.fixtrail.services.signal.StoredSignals;
import org.fixtrail.services.system.ManageSystems;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signals come in once each, and become occurrences of what they name. */
@ExtendWith(ArquillianExtension.class)
class SignalsIT {
    private static final String STORED = "select count(*) from signal where organisation_id = ?";
    private static final String FAILURES = "select count(*) from failure where organisation_id = ?";

    @Inject
    private ReceiveSignals receive;

    @Inject
    private ShowFailure show;

    @Inject
    private FailureExposure exposure;

    @Inject
    private ManageSystems systems;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Signalling signalling;

    @Inject
    private Merging merging;

    @Inject
    private Together together;

    @Inject
    private Behind behind;

    @Test
    void the_same_source_and_id_is_stored_once_within_a_batch_and_across_batches() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        IncomingSignal signal = signalling.signal("event-1", null, null);

        StoredSignals first = signalling.send(tenant, system, signal, signal);
        StoredSignals second = signalling.send(tenant, system, signal);

        assertThat(first).isEqualTo(new StoredSignals(1, 1, List.of(), List.of()));
        assertThat(second).isEqualTo(new StoredSignals(0, 1, List.of(), List.of()));
        assertThat(behind.count(STORED, tenant.id())).isOne();
    }

    @Test
    void the_same_signal_sent_by_many_at_once_is_stored_once() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        IncomingSignal signal = signalling.signal("event-1", "fingerprint-1", null);

        List<Together.Ended<StoredSignals>> ended = together.run(6, number -> signalling.send(tenant, system, signal));

        assertThat(ended).filteredOn(Together.Ended::well).isNotEmpty();
        assertThat(behind.count(STORED, tenant.id())).isOne();
        assertThat(behind.count(FAILURES, tenant.id())).isOne();
        assertThat(signalling.send(tenant, system, signal).stored()).isZero();
        assertThat(occurrences(tenant)).isOne();
    }

    @Test
    void an_unknown_fingerprint_opens_a_failure_and_a_known_one_counts() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);

        StoredSignals first = signalling.send(
                tenant,
                system,
                signalling.signal("event-1", "fingerprint-1", null),
                signalling.signal("event-2", "fingerprint-1", null),
                signalling.signal("event-3", null, null));
        StoredSignals second = signalling.send(tenant, system, signalling.signal("event-4", "fingerprint-1", null));

        assertThat(first.opened()).hasSize(1);
        assertThat(second.opened()).isEmpty();
        assertThat(occurrences(tenant)).isEqualTo(3);
        assertThat(behind.count(STORED + " and failure_id is null", tenant.id()))
                .isOne();
    }

    @Test
    void a_new_fingerprint_sent_by_many_at_once_opens_one_failure_and_no_signal_is_lost() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        int senders = 6;

        List<Together.Ended<StoredSignals>> ended = together.run(
                senders, number -> signalling.send(tenant, system, signalling.signal("event-" + number, "new", null)));
        // whoever was told that something changed meanwhile sends again, as the API asks for
        for (int number = 0; number < senders; number++) {
            if (!ended.get(number).well()) {
                signalling.send(tenant, system, signalling.signal("event-" + number, "new", null));
            }
        }

        assertThat(behind.count(FAILURES, tenant.id())).isOne();
        assertThat(behind.count(STORED, tenant.id())).isEqualTo(senders);
        assertThat(occurrences(tenant)).isEqualTo(senders);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void a_batch_with_one_signal_that_names_a_failure_of_another_ai_system_is_refused_as_a_whole() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        UUID elsewhere = story.failure(tenant, Duration.ofHours(1));
        List<IncomingSignal> batch =
                List.of(signalling.signal("good", null, null), signalling.occurrence("bad", elsewhere));

        assertThat(fields(as(tenant.machine(system), () -> receive.receive(batch))))
                .containsExactly("[1].failure");
        assertThat(behind.count(STORED, tenant.id())).isZero();
    }

    @Test
    void a_signal_that_names_a_failure_is_an_occurrence_of_it() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        UUID failure = story.failure(tenant, system, Duration.ofHours(1));

        signalling.send(tenant, system, signalling.occurrence("event-1", failure));

        assertThat(as(tenant.somebody(Role.AUDITOR), () -> show.one(failure))
                        .failure()
                        .occurrences())
                .isOne();
    }

    @Test
    void a_signal_of_a_merged_failure_is_an_occurrence_of_the_one_that_stands_for_it() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        UUID failure = story.failure(tenant, system, Duration.ofDays(2));
        story.walk(tenant, failure, Stage.DEPLOYED);
        UUID duplicate = story.failure(tenant, system, Duration.ofHours(1), "fingerprint-1");
        story.walk(tenant, duplicate, Stage.DETECTED);
        Moved merged = merging.merged(tenant, duplicate, failure);

        StoredSignals sent =
                signalling.send(tenant, system, signalling.signal("event-1", "fingerprint-1", Story.FIXED_VERSION));
        done(merging.undone(tenant, duplicate, merged));
        signalling.send(tenant, system, signalling.signal("event-2", "fingerprint-1", null));

        assertThat(sent.opened()).isEmpty();
        assertThat(sent.recurred()).as("the fix does not hold").hasSize(1);
        assertThat(view(tenant, failure).occurrences()).isOne();
        assertThat(view(tenant, failure).cycle()).isEqualTo(2);
        assertThat(view(tenant, duplicate).occurrences())
                .as("after the merge was taken back")
                .isOne();
    }

    private Failure view(Tenant tenant, UUID failure) {
        return as(tenant.somebody(Role.AUDITOR), () -> show.one(failure)).failure();
    }

    @Test
    void occurrences_and_interactions_are_counted_within_the_lag_that_they_fell_into() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        UUID failure = story.failure(tenant, system, Duration.ofHours(2));
        Instant emerged = as(tenant.somebody(Role.AUDITOR), () -> show.one(failure))
                .timeline()
                .reached(1, Stage.EMERGED)
                .orElseThrow()
                .occurredAt();
        Instant detected = emerged.plus(Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED, detected);
        signalling.send(tenant, system, signalling.occurrence("event-1", failure, detected.minusSeconds(1)));
        signalling.send(tenant, system, signalling.occurrence("event-2", failure, detected));
        done(as(
                tenant.somebody(Role.COMPLIANCE_OFFICER),
                () -> systems.reportTraffic(system, emerged, detected, 600, "test")));

        Map<StagePair, Exposure> found = as(tenant.somebody(Role.AUDITOR), () -> exposure.of(show.one(failure)));

        assertThat(found.get(StagePair.DETECTION))
                .isEqualTo(new Exposure(emerged, detected, 1, new Traffic.Estimated(600, 1)));
        assertThat(found.get(StagePair.ADAPTATION))
                .returns(1L, Exposure::occurrences)
                .returns(new Traffic.Unknown(), Exposure::traffic);
    }

    @Test
    void only_a_key_that_is_bound_to_an_ai_system_may_send() {
        Tenant tenant = tenants.any();
        List<IncomingSignal> batch = List.of(signalling.signal("event-1", null, null));

        assertThat(rule(as(tenant.server(), () -> receive.receive(batch)))).isEqualTo("no-system");
        assertThatThrownBy(() -> as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> receive.receive(batch)))
                .isInstanceOf(NotPermitted.class);
    }

    private long occurrences(Tenant tenant) {
        return behind.count(
                "select coalesce(sum(occurrences), 0)::bigint from failure where organisation_id = ?", tenant.id());
    }
}
