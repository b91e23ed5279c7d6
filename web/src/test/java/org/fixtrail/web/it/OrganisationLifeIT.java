package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.IssuedKey;
import org.fixtrail.services.access.KeyResult;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.access.Sessions;
import org.fixtrail.services.access.Visitor;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.organisation.CloseOrganisation;
import org.fixtrail.services.organisation.DeleteOrganisation;
import org.fixtrail.services.organisation.ExportOrganisation;
import org.fixtrail.services.organisation.ExportedFile;
import org.fixtrail.services.organisation.LifeResult;
import org.fixtrail.services.organisation.ListOrganisations;
import org.fixtrail.services.organisation.OrganisationRow;
import org.fixtrail.services.organisation.Tombstone;
import org.fixtrail.services.triage.HoldRecords;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organisation is closed, exported and, when its time is over, deleted; and never otherwise. */
@ExtendWith(ArquillianExtension.class)
class OrganisationLifeIT {
    private static final String TABLES = """
            select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'fixtrail'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organisation_id'
            """;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Behind behind;

    @Inject
    private Callers callers;

    @Inject
    private Sessions sessions;

    @Inject
    private ManageKeys keys;

    @Inject
    private CheckLedger check;

    @Inject
    private ListOrganisations organisations;

    @Inject
    private CloseOrganisation close;

    @Inject
    private ExportOrganisation export;

    @Inject
    private DeleteOrganisation delete;

    @Inject
    private HoldRecords holds;

    /** A zip and what the ledger holds of it. */
    private record Export(ExportedFile file, Map<String, byte[]> entries) {
        JsonNode manifest() throws IOException {
            return new ObjectMapper().readTree(entries.get("manifest.json"));
        }
    }

    @Test
    void in_a_closed_organisation_nobody_gets_in_and_nothing_is_written_until_it_is_open_again() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.AUDITOR);
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        IssuedKey key = key(tenant);
        Sessions.Opened session = sessions.open(
                account(tenant, 0), tenant.id(), new Visitor("192.0.2.1", "192.0.2.1", "Test", null), null);
        assertThat(callers.ofSession(session.id(), session.device())).isPresent();

        assertThat(closed(tenant)).isEqualTo(new LifeResult.Done());

        assertThat(callers.ofSession(session.id(), session.device())).isEmpty();
        assertThat(callers.ofSecret(key.secret())).isInstanceOf(KeyResult.Rejected.class);
        assertThat(memberships(account(tenant, 0))).isZero();
        assertThatThrownBy(() -> story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED))
                .hasStackTraceContaining("the organisation is closed");
        assertThat(closed(tenant)).isInstanceOf(LifeResult.Refused.class);
        assertThat(row(tenant).closedAt()).isNotNull();

        assertThat(as(operator(tenant), () -> close.reopen("a mistake"))).isEqualTo(new LifeResult.Done());
        assertThat(callers.ofSession(session.id(), session.device())).isPresent();
        assertThat(callers.ofSecret(key.secret())).isInstanceOf(KeyResult.Known.class);
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        assertThat(as(tenant.person(1), () -> check.check()).ok()).isTrue();
    }

    @Test
    void the_server_itself_rests_in_a_closed_organisation() {
        Tenant tenant = tenants.any();
        behind.execute(
                "insert into fixtrail.job (organisation_id, id, kind, state, requested_by, requested_at, parameters,"
                        + " version) values ('" + tenant.id()
                        + "', gen_random_uuid(), 'X', 'WAITING', 'server:x', '2000-01-01', '{}', 0)");
        String claim = "select count(*) from fixtrail.claim_job(gen_random_uuid(), now(), now()) j"
                + " where j.organisation_id = '" + tenant.id() + "'";

        closed(tenant);

        assertThat(behind.count(claim)).isZero();
        as(operator(tenant), () -> close.reopen("a mistake"));
        assertThat(behind.count(claim)).isOne();
        behind.execute("delete from fixtrail.job where organisation_id = '" + tenant.id() + "'");
    }

    @Test
    void an_export_holds_every_row_of_every_table_and_no_secret() throws Exception {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER);
        story.walk(tenant, story.failure(tenant, Duration.ofHours(1)), Stage.DECIDED);
        key(tenant);
        Set<String> tables = new TreeSet<>(behind.column(String.class, TABLES));
        tables.removeAll(Set.of("job_file", "document_content"));
        // belong to accounts, which may be in several organisations
        tables.removeAll(Set.of("sign_in_session", "account_link"));

        Export written = export(tenant);

        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode entry : written.manifest().path("entries")) {
            byte[] content = Objects.requireNonNull(
                    written.entries().get(entry.path("entry").asText()));
            assertThat(entry.path("sha256").asText())
                    .isEqualTo(Sha256.over(content).toString());
            assertThat(entry.path("bytes").asInt(-1)).isEqualTo(content.length);
            String table = entry.path("entry").asText().replaceAll("tables/|\\.ndjson", "");
            rows.put(table, entry.path("rows").asLong());
            assertThat(new String(content, StandardCharsets.UTF_8).lines().count())
                    .isEqualTo(entry.path("rows").asLong());
        }
        assertThat(rows.remove("organisation")).isOne();
        assertThat(rows.keySet())
                .as("a new table must be exported, or be left out on purpose")
                .isEqualTo(tables);
        rows.forEach((table, count) -> assertThat(behind.count(
                        "select count(*) from fixtrail." + table + " where organisation_id = ?"
                                + (table.equals("organisation_change") ? " and what <> 'ORGANISATION_EXPORTED'" : ""),
                        tenant.id()))
                .as(table)
                .isGreaterThanOrEqualTo(count));
        assertThat(rows.get("transition")).isEqualTo(4);
        assertThat(written.entries().values())
                .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("secret_hash"))
                .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("password"));
    }

    @Test
    void what_is_not_closed_not_exported_or_still_to_be_kept_is_not_deleted_by_any_way() throws Exception {
        Tenant tenant = tenants.any();
        assertNotDeleted(tenant, Sha256.over(), "the organisation is not closed");
        Export early = export(tenant);
        assertNotDeleted(tenant, early.file().sha256(), "the organisation is not closed");

        closed(tenant);
        assertNotDeleted(tenant, early.file().sha256(), "was not exported since it was closed");

        Export last = export(tenant);
        assertNotDeleted(tenant, early.file().sha256(), "not the last export");
        assertNotDeleted(tenant, last.file().sha256(), "the retention period is not over");

        closedYearsAgo(tenant, 11);
        as(operator(tenant), () -> close.reopen("a mistake"));
        assertNotDeleted(tenant, last.file().sha256(), "the organisation is not closed");
    }

    @Test
    void while_a_legal_hold_stands_it_is_not_deleted_by_any_way() throws Exception {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        as(tenant.person(0), () -> holds.onFailure(failure, "a lawsuit"));
        closed(tenant);
        Export last = export(tenant);
        closedYearsAgo(tenant, 11);

        assertNotDeleted(tenant, last.file().sha256(), "a legal hold stands");
    }

    @Test
    void the_application_cannot_say_when_it_was_closed() {
        Tenant tenant = tenants.any();

        assertThatThrownBy(() -> {
                    try (Connection app = behind.asApp()) {
                        Behind.execute(
                                app,
                                "insert into organisation_change (organisation_id, id, leaf, recorded_at, actor, what, reason,"
                                        + " retention_years, stored_at) values ('" + tenant.id()
                                        + "', gen_random_uuid(), 99, now(), 'operator:x', 'ORGANISATION_CLOSED', 'x', 10,"
                                        + " now() - interval '11 years')");
                    }
                })
                .hasMessageContaining("permission denied for table organisation_change");
    }

    @Test
    void when_its_time_is_over_it_goes_whole_and_leaves_a_tombstone_and_the_others() throws Exception {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.COMPLIANCE_OFFICER);
        Tenant other = tenants.any();
        story.walk(tenant, story.failure(tenant, Duration.ofHours(1)), Stage.DEPLOYED);
        story.failure(other, Duration.ofHours(1));
        key(tenant);
        UUID shared = account(tenant, 1);
        behind.execute("update fixtrail.person set account_id = '" + shared + "' where organisation_id = '" + other.id()
                + "'");
        UUID alone = account(tenant, 0);
        Map<String, Long> others = rows(other);
        closed(tenant);
        Export last = export(tenant);
        OrganisationRow known = row(tenant);
        closedYearsAgo(tenant, 11);

        LifeResult result = as(
                operator(tenant), () -> delete.delete(row(tenant), last.file().sha256()));

        assertThat(result).isEqualTo(new LifeResult.Done());
        assertThat(rows(tenant)).isEmpty();
        assertThat(behind.count("select count(*) from organisation where id = ?", tenant.id()))
                .isZero();
        assertThat(rows(other)).isEqualTo(others);
        assertThat(behind.count("select count(*) from account where id = ?", alone))
                .isZero();
        assertThat(behind.count("select count(*) from account where id = ?", shared))
                .isOne();
        Tombstone tombstone = as(operator(tenant), () -> organisations.deleted()).stream()
                .filter(stone -> stone.id().equals(tenant.id()))
                .findFirst()
                .orElseThrow();
        assertThat(tombstone.nameSha256()).isEqualTo(Sha256.over(known.name().getBytes(StandardCharsets.UTF_8)));
        assertThat(tombstone.exportSha256()).isEqualTo(last.file().sha256());
        JsonNode ledger = last.manifest().path("ledger");
        assertThat(tombstone.ledgerSize())
                .as("the entry of the export itself")
                .isEqualTo(ledger.path("size").asLong() + 1);
        assertThatThrownBy(() -> behind.execute("delete from fixtrail.organisation_tombstone"))
                .hasStackTraceContaining("rows of organisation_tombstone are never changed");
    }

    @Test
    void the_eraser_itself_deletes_nothing_without_a_tombstone() {
        Tenant tenant = tenants.any();

        assertThatThrownBy(() -> {
                    try (Connection owner = behind.asOwner()) {
                        Behind.execute(owner, "set role fixtrail_eraser");
                        Behind.execute(
                                owner,
                                "delete from fixtrail.ledger_entry where organisation_id = '" + tenant.id() + "'");
                    }
                })
                .hasMessageContaining("rows of ledger_entry are never changed");
    }

    private void assertNotDeleted(Tenant tenant, Sha256 hash, String why) {
        assertThat(as(operator(tenant), () -> delete.delete(row(tenant), hash))).isInstanceOf(LifeResult.Refused.class);
        assertThatThrownBy(() -> {
                    try (Connection app = behind.asApp();
                            PreparedStatement call = app.prepareStatement("select organisation_delete(?, ?, ?)")) {
                        call.setObject(1, tenant.id());
                        call.setString(2, row(tenant).name());
                        call.setBytes(3, hash.bytes());
                        call.execute();
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
        assertThat(behind.count("select count(*) from organisation where id = ?", tenant.id()))
                .isOne();
    }

    private Export export(Tenant tenant) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportedFile file = as(operator(tenant), () -> {
            try {
                ExportedFile written = export.write(out);
                close.exported(written.sha256(), written.size());
                return written;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(file.size()).isEqualTo(out.size());
        assertThat(file.sha256()).isEqualTo(Sha256.over(out.toByteArray()));
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new Export(file, entries);
    }

    private LifeResult closed(Tenant tenant) {
        return as(operator(tenant), () -> close.close("merged into another"));
    }

    private void closedYearsAgo(Tenant tenant, int years) {
        behind.tamper(
                "update organisation_change set stored_at = stored_at - make_interval(years => ?) where organisation_id = ?",
                years,
                tenant.id());
    }

    private OrganisationRow row(Tenant tenant) {
        return as(operator(tenant), () -> organisations.all()).stream()
                .filter(row -> row.id().equals(tenant.id()))
                .findFirst()
                .orElseThrow();
    }

    /** How many rows each table has of an organisation; none where there are none. */
    private Map<String, Long> rows(Tenant tenant) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : behind.column(String.class, TABLES)) {
            long count =
                    behind.count("select count(*) from fixtrail." + table + " where organisation_id = ?", tenant.id());
            if (count > 0) {
                rows.put(table, count);
            }
        }
        return rows;
    }

    private IssuedKey key(Tenant tenant) {
        UUID system = story.system(tenant);
        return done(as(
                tenant.person(0),
                () -> keys.issue(
                        new NewKey("Collector", 7), KeyKind.MACHINE, system, Set.of(Permission.SEND_SIGNALS))));
    }

    private UUID account(Tenant tenant, int index) {
        List<UUID> found = behind.column(
                UUID.class,
                "select account_id from person where id = ?",
                tenant.person(index).person());
        return found.get(0);
    }

    private long memberships(UUID account) {
        return behind.count("select count(*) from account_memberships(?)", account);
    }

    private static Caller operator(Tenant tenant) {
        return Caller.operator(tenant.id());
    }
}
