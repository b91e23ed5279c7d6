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
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.fixtrail.domain.access.KeyKind;
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

/** Acts and entries stand and fall together, and the check finds what was changed behind the application's back. */
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
        UUID key = done(as(tenant.person(0), () -> keys.issue(new NewKey("machine", 7), KeyKind.MACHINE, system)))
                .id();
        done(as(tenant.person(1), () -> tokens.issue(new NewKey("token", 7), Scopes.ALL)));
        as(tenant.person(0), () -> {
            keys.revoke(key);
            return key;
        });
        return system;
    }

    @Test
    void a_changed_row_is_found() {
        assertFound(
                leaf -> "update transition set occurred_at = occurred_at - interval '1 second' where leaf = " + leaf,
                "the row of transition.recorded is not what was recorded");
        assertFound(
                leaf -> "update transition set system_id = gen_random_uuid() where leaf = " + leaf,
                "entry and row of transition.recorded disagree about who, when or what");
    }

    @Test
    void a_changed_entry_is_found() {
        assertFound(
                leaf -> "update ledger_entry set actor = 'server:' || gen_random_uuid() where leaf = " + leaf,
                "entry and row of transition.recorded disagree about who, when or what");
        assertFound(
                leaf -> "update ledger_entry set leaf_hash = sha256(leaf_hash) where leaf = " + leaf,
                "its hash does not fit its content");
    }

    @Test
    void an_entry_that_was_changed_together_with_its_row_is_found() {
        Tenant tenant = threeStages();
        long leaf = leafOf(tenant, "ANALYSED");
        String actor = "'server:00000000-0000-0000-0000-000000000000'";
        behind.tamper(
                "update transition set actor = " + actor + " where organisation_id = ? and leaf = ?",
                tenant.id(),
                leaf);
        behind.tamper(
                "update ledger_entry set actor = " + actor + " where organisation_id = ? and leaf = ?",
                tenant.id(),
                leaf);

        assertFound(tenant, leaf, "its hash does not fit its content");
    }

    @Test
    void a_removed_row_is_found() {
        assertFound(
                leaf -> "delete from transition where leaf = " + leaf,
                "the row of transition.recorded that it stands for is missing");
    }

    @Test
    void a_removed_entry_is_found() {
        assertFound(leaf -> "delete from ledger_entry where leaf = " + leaf, "entry %d is missing");
        Tenant tenant = threeStages();
        long last = leafOf(tenant, "DECIDED");
        behind.tamper("delete from ledger_entry where organisation_id = ? and leaf = ?", tenant.id(), last);

        assertFound(tenant, last, "a row of transition.recorded has no entry");
    }

    @Test
    void a_removed_salt_is_found() {
        assertFound(
                leaf -> "delete from ledger_salt where leaf = " + leaf,
                "the row of transition.recorded is not what was recorded");
    }

    @Test
    void a_row_added_behind_the_back_is_found_wherever_it_claims_to_stand() {
        for (String claimed : List.of("leaf", "leaf + 1000", "-1")) {
            Tenant tenant = threeStages();
            int added = behind.tamper("""
                    insert into transition select organisation_id, gen_random_uuid(), %s, recorded_at, actor, failure_id,
                        system_id, cycle, stage, occurred_at, details, late_reason, proposal, confirms, supersedes,
                        retraction, imported
                    from transition where organisation_id = ? and stage = 'ANALYSED'
                    """.formatted(claimed), tenant.id());

            assertThat(added).isOne();
            assertThat(checked(tenant).problem()).as(claimed).isNotNull().containsIgnoringCase("transition");
        }
    }

    @Test
    void signals_that_were_changed_added_or_removed_are_found() {
        for (String change : List.of(
                "update signal set version = '9' where organisation_id = ?",
                "delete from signal where organisation_id = ? and position = 1",
                "insert into signal select organisation_id, gen_random_uuid(), batch_id, 99, system_id, source, 'more',"
                        + " type, occurred_at, version, fingerprint, failure_id, cycle, data"
                        + " from signal where organisation_id = ? and position = 1")) {
            Tenant tenant = tenants.any();
            UUID system = story.system(tenant);
            signalling.send(
                    tenant, system, signalling.signal("first", null, null), signalling.signal("second", null, null));
            assertThat(checked(tenant).ok()).isTrue();
            behind.tamper(change, tenant.id());

            assertThat(checked(tenant).problem()).as(change).contains("signals of batch");
        }
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

    /** On a history of its own: the first bad entry is that of ANALYSED, whatever else comes after. */
    private void assertFound(LongFunction<String> change, String problem) {
        Tenant tenant = threeStages();
        long leaf = leafOf(tenant, "ANALYSED");
        int changed = behind.tamper(change.apply(leaf) + " and organisation_id = ?", tenant.id());

        assertThat(changed).isOne();
        assertFound(tenant, leaf, problem);
    }

    private void assertFound(Tenant tenant, long leaf, String problem) {
        LedgerCheckResult result = checked(tenant);
        assertThat(result.firstBad()).isEqualTo(leaf);
        assertThat(result.checked()).isEqualTo(leaf);
        assertThat(result.problem()).isEqualTo(problem.formatted(leaf));
    }

    private Tenant threeStages() {
        Tenant tenant = tenants.any();
        story.walk(tenant, story.failure(tenant, Duration.ofHours(1)), Stage.DECIDED);
        assertThat(checked(tenant).ok()).isTrue();
        return tenant;
    }

    private long leafOf(Tenant tenant, String stage) {
        return behind.count("select leaf from transition where organisation_id = ? and stage = ?", tenant.id(), stage);
    }

    private long entries(Tenant tenant) {
        return behind.count("select count(*) from ledger_entry where organisation_id = ?", tenant.id());
    }

    private LedgerCheckResult checked(Tenant tenant) {
        return as(tenant.somebody(Role.AUDITOR), () -> check.check());
    }
}
