package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobState;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.services.imports.FindImports;
import org.fixtrail.services.imports.FindImports.Note;
import org.fixtrail.services.imports.RequestImport;
import org.fixtrail.services.job.RunJobs;
import org.fixtrail.services.lag.LagQuery;
import org.fixtrail.services.lag.MeasureLag;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recorded history comes in whole, once, and gives the figures that it is known for. */
@ExtendWith(ArquillianExtension.class)
class ImportsIT {
    private static final Instant AS_OF = Instant.parse("2024-09-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    private RequestImport request;

    @Inject
    private FindImports find;

    @Inject
    private RunJobs jobs;

    @Inject
    private MeasureLag measure;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Behind behind;

    @Test
    void the_incidents_of_three_ai_services_come_in_once_and_give_their_known_lags() throws IOException {
        byte[] data = RepositoryFiles.sharedData("llm-incidents/incident_stages.csv");
        byte[] mapping = RepositoryFiles.example("llm-incidents.yaml");
        Tenant tenant = tenants.any();
        long start = System.nanoTime();
        Job first = imported(tenant, data, mapping);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);

        assertThat(result(first))
                .containsEntry("rows", 542L)
                .containsEntry("stored", 542L)
                .containsEntry("known", 0L)
                .containsEntry("rejected", 0L)
                .containsEntry("contradictory", 5L)
                .containsEntry("complete", true);
        assertThat(behind.column(
                        String.class,
                        "select name from ai_system where organisation_id = ? order by name",
                        tenant.id()))
                .containsExactly("Anthropic", "Character.AI", "OpenAI");
        assertThat(behind.count("select count(*) from failure where organisation_id = ? and imported", tenant.id()))
                .isEqualTo(542);
        assertThat(behind.count(
                        "select count(*) from transition where organisation_id = ? and not imported", tenant.id()))
                .isZero();
        assertFigures(tenant);
        assertThat(notes(tenant, first.id()))
                .filteredOn(note -> note.kind().equals("CONTRADICTORY"))
                .extracting(Note::key)
                .containsExactlyInAnyOrder(
                        "xzsbnxzpw1j2", "462433f2fk2j", "2gqshgzt6gpb", "h3vtgftrvl61", "1jr5v353kpcc");

        Job again = imported(tenant, data, mapping);
        assertThat(result(again)).containsEntry("stored", 0L).containsEntry("known", 542L);
        assertThat(behind.count("select count(*) from failure where organisation_id = ?", tenant.id()))
                .isEqualTo(542);
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    private void assertFigures(Tenant tenant) {
        LagFigure openAi = adaptation(tenant, "OpenAI");
        LagFigure anthropic = adaptation(tenant, "Anthropic");

        assertThat(openAi.counts().population()).isEqualTo(365);
        assertThat(openAi.p50().estimate()).contains(Duration.ofMinutes(36));
        assertThat(openAi.p90().estimate()).contains(Duration.ofMinutes(208));
        assertThat(anthropic.counts().population()).isEqualTo(141);
        assertThat(anthropic.p50().estimate()).contains(Duration.ofMinutes(18));
        assertThat(anthropic.p90().estimate()).contains(Duration.ofMinutes(175));
        assertThat(openAi.counts().zero() + anthropic.counts().zero()).isEqualTo(85);
    }

    private LagFigure adaptation(Tenant tenant, String system) {
        UUID id = behind.column(
                        UUID.class,
                        "select id from ai_system where organisation_id = ? and name = ?",
                        tenant.id(),
                        system)
                .get(0);
        LagQuery query = new LagQuery(
                id, null, null, null, null, AS_OF, null, null, Cycles.FIRST, List.of(StagePair.ADAPTATION));
        return as(tenant.somebody(Role.AUDITOR), () -> measure.measure(query))
                .figures()
                .get(0);
    }

    @Test
    void all_reports_of_the_vulnerability_database_are_in_or_named_with_the_reason() throws IOException {
        byte[] data = RepositoryFiles.sharedData("avid/reports.ndjson");
        Tenant tenant = tenants.any();

        Job job = imported(tenant, data, RepositoryFiles.example("avid.yaml"));

        assertThat(result(job))
                .containsEntry("rows", 1_754L)
                .containsEntry("stored", 1_753L)
                .containsEntry("rejected", 1L)
                .containsEntry("repeated", 0L)
                .containsEntry("complete", true);
        assertThat(notes(tenant, job.id()))
                .filteredOn(note -> note.kind().equals("REJECTED"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.line()).isEqualTo(1_752);
                    assertThat(note.key()).isEqualTo("AVID-2023-R0001");
                    assertThat(note.reason()).contains("belongs to a different row on line 6");
                });
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void a_mapping_that_is_wrong_is_refused_before_anything_is_stored() {
        Tenant tenant = tenants.any();
        byte[] mapping = "source: x\nformat: table\n".getBytes(StandardCharsets.UTF_8);

        assertThat(fields(as(
                        tenant.somebody(Role.COMPLIANCE_OFFICER),
                        () -> request.request("data.csv", new byte[] {1}, mapping))))
                .containsOnly("mapping");
        assertThat(behind.count("select count(*) from job where organisation_id = ?", tenant.id()))
                .isZero();
    }

    private Job imported(Tenant tenant, byte[] data, byte[] mapping) {
        UUID id = done(as(tenant.somebody(Role.COMPLIANCE_OFFICER), () -> request.request("data", data, mapping)));
        jobs.runWaiting();
        Job job = as(tenant.somebody(Role.AUDITOR), () -> find.one(id));
        assertThat(job.state()).as(job.error()).isEqualTo(JobState.DONE);
        return job;
    }

    private static Map<String, @Nullable Object> result(Job job) {
        return JsonText.readObject(Optional.ofNullable(job.result()).orElseThrow());
    }

    private List<Note> notes(Tenant tenant, UUID job) {
        return as(
                tenant.somebody(Role.AUDITOR),
                () -> find.notes(job, PageRequest.first(PageRequest.MOST)).items());
    }
}
