package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.ManageOwnTokens;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.failure.ClassifyFailure;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.ledger.LedgerCheckResult;
import org.fixtrail.services.system.ManageSystems;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acts and entries stand and fall together, in one order without gaps. */
@ExtendWith(ArquillianExtension.class)
class LedgerIT {
    private static final String LEAVES = "select leaf from ledger_entry where organisation_id = ? order by leaf";

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Behind behind;

    @Inject
    private Together together;

    @Inject
    private TestClock clock;

    @Inject
    private UserTransaction transaction;

    @Inject
    private ManageSystems systems;

    @Inject
    private ManageKeys keys;

    @Inject
    private ManageOwnTokens tokens;

    @Inject
    private SetTargets targets;

    @Inject
    private ClassifyFailure classify;

    @Inject
    private MoveFailure move;

    @Inject
    private Signalling signalling;

    @Test
    void a_rollback_leaves_neither_act_nor_entry() throws Exception {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        long before = entries(tenant);
        transaction.begin();
        UUID failure = story.failure(tenant, system, Duration.ofHours(1));
        transaction.rollback();

        assertThat(entries(tenant)).isEqualTo(before);
        assertThat(behind.count("select count(*) from failure_revision where failure_id = ?", failure))
                .isZero();
        assertThat(checked(tenant).ok()).isTrue();
    }

    @Test
    void a_mixed_history_is_found_right_from_the_first_entry_to_the_last() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.RISK_ANALYST);
        UUID system = mixedHistory(tenant);

        LedgerCheckResult result = checked(tenant);

        assertThat(result.problem()).isNull();
        assertThat(result.checked()).isEqualTo(entries(tenant)).isGreaterThan(25);
        assertThat(result.root())
                .isEqualTo(as(tenant.server(), () -> check.head()).root());
        assertThat(behind.column(
                        String.class, "select distinct act from ledger_entry where organisation_id = ?", tenant.id()))
                .contains(
                        "organisation.created",
                        "person.added",
                        "key.issued",
                        "key.revoked",
                        "system.revised",
                        "version.added",
                        "traffic.reported",
                        "failure.revised",
                        "transition.recorded",
                        "signals.stored",
                        "target.set",
                        "clock.changed");
        assertThat(behind.count(
                        "select count(*) from ledger_entry where organisation_id = ? and system_id = ?"
                                + " and system_prev is null",
                        tenant.id(),
                        system))
                .as("first entry of the AI system")
                .isOne();
    }

    private UUID mixedHistory(Tenant tenant) {
        Caller officer = tenant.somebody(Role.COMPLIANCE_OFFICER);
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        UUID system = story.system(tenant);
        done(as(
                tenant.person(1),
                () -> targets.add(
                        new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.DAYS, null))));
        Instant now = clock.now();
        done(as(officer, () -> systems.addVersion(system, Story.FIXED_VERSION, now, "")));
        done(as(officer, () -> systems.reportTraffic(system, now.minusSeconds(60), now, 17, "logs")));
        UUID failure = story.failure(tenant, system, Duration.ofHours(1));
        story.walk(tenant, failure, Stage.DEPLOYED);
        UUID other = story.failure(tenant, system, Duration.ofHours(1));
        UUID detected = story.move(engineer, other, Stage.DETECTED);
        done(as(engineer, () -> move.retract(other, detected, "a mistake")));
        done(as(officer, () -> classify.classify(other, before -> Story.facts(Severity.LOW), "less harm", null)));
        signalling.send(tenant, system, signalling.signal("mixed-1", "fingerprint-mixed", null));
        UUID key = done(as(
                        tenant.person(0),
                        () -> keys.issue(
                                new NewKey("machine", 7), KeyKind.MACHINE, system, Set.of(Permission.SEND_SIGNALS))))
                .id();
        done(as(tenant.person(1), () -> tokens.issue(new NewKey("token", 7), Scopes.ALL)));
        as(tenant.person(0), () -> {
            keys.revoke(key);
            return key;
        });
        return system;
    }

    @Test
    void the_time_of_recording_never_goes_back_even_if_the_servers_clock_does() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        UUID failure = story.failure(tenant, system, Duration.ofDays(1));
        clock.shifted(
                Duration.ofHours(-1), () -> story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED));

        List<OffsetDateTime> times = behind.column(
                OffsetDateTime.class,
                "select recorded_at from ledger_entry where organisation_id = ? order by leaf",
                tenant.id());
        assertThat(times).isSorted();
        assertThat(times.get(times.size() - 1)).isEqualTo(times.get(times.size() - 2));
        assertThat(checked(tenant).ok()).isTrue();
    }

    @Test
    void many_writers_at_once_give_a_ledger_without_gaps() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        int writers = 8;
        int each = 5;
        long before = entries(tenant);

        List<Together.Ended<Integer>> ended = together.run(writers, number -> {
            for (int i = 0; i < each; i++) {
                story.failure(tenant, system, Duration.ofHours(1));
            }
            return number;
        });

        assertThat(ended).allMatch(Together.Ended::well);
        int entriesOfOneFailure = 2;
        assertThat(behind.column(Long.class, LEAVES, tenant.id()))
                .containsExactlyElementsOf(LongStream.range(0, before + writers * each * entriesOfOneFailure)
                        .boxed()
                        .toList());
        assertThat(checked(tenant).ok()).isTrue();
    }

    private long entries(Tenant tenant) {
        return behind.count("select count(*) from ledger_entry where organisation_id = ?", tenant.id());
    }

    private LedgerCheckResult checked(Tenant tenant) {
        return as(tenant.somebody(Role.AUDITOR), () -> check.check());
    }
}
