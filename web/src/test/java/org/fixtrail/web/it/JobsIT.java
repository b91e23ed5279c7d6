package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobState;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.services.imports.FindImports;
import org.fixtrail.services.imports.ImportWork;
import org.fixtrail.services.imports.RequestImport;
import org.fixtrail.services.job.JobReader;
import org.fixtrail.services.job.RunJobs;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.pack.FindPacks;
import org.fixtrail.services.pack.IssuePack;
import org.fixtrail.services.pack.PackRequest;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Long work survives the node that does it, and is done once. */
@ExtendWith(ArquillianExtension.class)
class JobsIT {
    private static final int ROWS = 250;
    private static final int COMMITTED = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String FAILURES = "select count(*) from failure where organisation_id = ?";
    private static final String MAPPING = """
            source: jobs-test
            format: csv
            key: id
            system:
              from: system
            fields:
              title: title
            constants:
              severity: LOW
              category: OTHER
              kind: INCIDENT
              detectionSource: test
            times:
              formats: [iso]
            stages:
              DETECTED: detected
            """;

    @Inject
    private RequestImport request;

    @Inject
    private FindImports find;

    @Inject
    private ImportWork work;

    @Inject
    private JobReader reader;

    @Inject
    private RunJobs jobs;

    @Inject
    private IssuePack issue;

    @Inject
    private FindPacks packs;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Transactions transactions;

    @Inject
    private TestClock clock;

    @Inject
    private Together together;

    @Inject
    private Behind behind;

    @Test
    void what_a_dead_node_left_is_finished_by_another_after_its_lease_with_nothing_double() {
        Tenant tenant = tenants.any();
        UUID id = requested(tenant);
        assertThat(claimed()).isEqualTo(id);
        dieAtRow(tenant, id, 230);
        assertThat(behind.count(FAILURES, tenant.id()))
                .as("pieces that were committed")
                .isEqualTo(COMMITTED);

        jobs.runWaiting();
        assertThat(job(tenant, id).state()).as("while the lease runs").isEqualTo(JobState.RUNNING);
        clock.shifted(LEASE.plusSeconds(1), () -> jobs.runWaiting());

        Job ended = job(tenant, id);
        assertThat(ended.state()).as(ended.error()).isEqualTo(JobState.DONE);
        assertThat(ended.attempts()).isEqualTo(2);
        assertThat(ended.result()).contains("\"stored\":" + ROWS, "\"known\":0");
        assertThat(behind.count(FAILURES, tenant.id())).isEqualTo(ROWS);
        assertThat(behind.count(
                        "select count(distinct external_key) from failure where organisation_id = ?", tenant.id()))
                .isEqualTo(ROWS);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    /** The node ends in the middle of a piece: nobody is left to say that the job failed. */
    private void dieAtRow(Tenant tenant, UUID id, int row) {
        behind.execute("""
                create function end_of_the_node() returns trigger language plpgsql as
                    $$ begin raise exception 'the node ends here'; end $$;
                create trigger end_of_the_node before insert on failure for each row
                    when (new.external_key = 'row-%d') execute function end_of_the_node()
                """.formatted(row));
        try {
            run(tenant.server(), () -> {
                Job job = reader.read(id);
                assertThatThrownBy(() -> work.work(job)).hasStackTraceContaining("the node ends here");
            });
        } finally {
            behind.execute("drop function end_of_the_node cascade");
        }
    }

    @Test
    void a_job_that_always_kills_its_node_is_given_up_in_the_end() {
        Tenant tenant = tenants.any();
        UUID id = requested(tenant);
        for (int i = 0; i < 5; i++) {
            Duration later = LEASE.plusSeconds(1).multipliedBy(i);
            clock.shifted(later, () -> assertThat(claimed()).isEqualTo(id));
        }

        clock.shifted(LEASE.multipliedBy(10), () -> jobs.runWaiting());

        assertThat(job(tenant, id).state()).isEqualTo(JobState.FAILED);
        assertThat(job(tenant, id).error()).contains("begun several times");
    }

    @Test
    void several_nodes_at_once_do_each_job_once() {
        Tenant tenant = tenants.any();
        List<UUID> ids = List.of(requested(tenant), requested(tenant), requested(tenant));

        List<Together.Ended<Boolean>> ended = together.run(3, number -> {
            jobs.runWaiting();
            return true;
        });

        assertThat(ended).allMatch(Together.Ended::well);
        for (UUID id : ids) {
            assertThat(job(tenant, id).attempts()).isOne();
            assertThat(job(tenant, id).state()).isEqualTo(JobState.DONE);
        }
        assertThat(behind.count(FAILURES, tenant.id())).isEqualTo(ROWS);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void two_imports_of_the_same_rows_at_once_store_each_row_once_and_both_end_well() throws SQLException {
        Tenant tenant = tenants.any();
        List<UUID> ids = List.of(requested(tenant), requested(tenant));

        List<Together.Ended<Boolean>> ended = together.collide(tenant, 2, number -> {
            jobs.runWaiting();
            return true;
        });

        assertThat(ended).allMatch(Together.Ended::well);
        List<Job> imports = ids.stream().map(id -> job(tenant, id)).toList();
        assertThat(imports).extracting(Job::state).containsOnly(JobState.DONE);
        assertThat(imports).extracting(Job::attempts).containsOnly(1);
        assertThat(counted(imports, "stored")).isEqualTo(ROWS);
        assertThat(counted(imports, "known")).isEqualTo(ROWS);
        assertThat(behind.count(FAILURES, tenant.id())).isEqualTo(ROWS);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    private static long counted(List<Job> imports, String what) {
        return imports.stream()
                .map(job ->
                        JsonText.readObject(Optional.ofNullable(job.result()).orElseThrow()))
                .mapToLong(
                        result -> (Long) Optional.ofNullable(result.get(what)).orElseThrow())
                .sum();
    }

    @Test
    void an_evidence_pack_is_made_by_a_job_and_is_a_sealed_pdf() {
        Tenant tenant = tenants.any();
        story.failure(tenant, Duration.ofHours(1));
        done(as(
                tenant.somebody(Role.COMPLIANCE_OFFICER),
                () -> issue.request(new PackRequest(List.of(), null, null, null))));

        jobs.runWaiting();

        byte[] file = as(
                tenant.somebody(Role.AUDITOR),
                () -> packs.file(packs.list(PageRequest.first(1)).items().get(0).id()));
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.7")
                .contains("/ByteRange");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    private UUID requested(Tenant tenant) {
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> "row-" + row + ",System,Row " + row + ",2026-01-01T00:00:00Z\n")
                .collect(Collectors.joining());
        byte[] data = ("id,system,title,detected\n" + rows).getBytes(StandardCharsets.UTF_8);
        return done(as(
                tenant.somebody(Role.COMPLIANCE_OFFICER),
                () -> request.request("rows.csv", data, MAPPING.getBytes(StandardCharsets.UTF_8))));
    }

    /** As another node that takes the next job, and of which nothing more is heard. */
    private UUID claimed() {
        Timestamp now = Timestamp.from(clock.now());
        Timestamp until = Timestamp.from(clock.now().plus(LEASE));
        return (UUID) transactions.in(em -> em.createNativeQuery("select job_id from claim_job(?1, ?2, ?3)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, now)
                .setParameter(3, until)
                .getSingleResult());
    }

    private Job job(Tenant tenant, UUID id) {
        return as(tenant.somebody(Role.AUDITOR), () -> find.one(id));
    }
}
