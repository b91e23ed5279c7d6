package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.ledger.LedgerCheckResult;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The check of the ledger finds what was changed behind the application's back. */
@ExtendWith(ArquillianExtension.class)
class TamperIT {
    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Signalling signalling;

    @Inject
    private Behind behind;

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

    private LedgerCheckResult checked(Tenant tenant) {
        return as(tenant.somebody(Role.AUDITOR), () -> check.check());
    }
}
