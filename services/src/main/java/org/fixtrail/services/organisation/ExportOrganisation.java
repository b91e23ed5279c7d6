package org.fixtrail.services.organisation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;

/**
 * Writes all that an organisation has into one zip file: for each table its rows as lines of JSON, the files of its jobs with
 * the evidence packs among them, the documents that people attached, and last a manifest with the SHA-256 of each. Streamed, so that size does not matter; as of one
 * moment, so that the rows fit together. Hashes of passwords and keys and
 * secrets of webhooks stay behind.
 */
@ApplicationScoped
public class ExportOrganisation {
    /** Every table with rows of organisations but {@code job_file} and {@code document_content}, whose contents become files. A test finds any other. */
    static final List<String> TABLES = List.of(
            "access_key",
            "access_review",
            "acknowledgement",
            "ai_system",
            "calendar_feed",
            "calendar_feed_change",
            "clock",
            "clock_event",
            "clock_pause",
            "clock_refresh",
            "comment",
            "countersignature",
            "digest_plan",
            "document",
            "escalation",
            "escalation_chain",
            "evidence_pack",
            "fact_sheet",
            "failure",
            "failure_revision",
            "grant_decision",
            "grant_proposal",
            "import_note",
            "intake_address",
            "job",
            "job_event",
            "key_change",
            "ledger_entry",
            "ledger_head",
            "ledger_salt",
            "legal_hold",
            "mail_choice",
            "notice",
            "management_review",
            "notification",
            "notification_delivery",
            "notification_try",
            "organisation_change",
            "outside_report",
            "person",
            "person_change",
            "refusal",
            "refusal_note",
            "review_decision",
            "report_decision",
            "right_use",
            "rule_pack",
            "signal",
            "signal_batch",
            "submission",
            "system_revision",
            "system_version",
            "target",
            "traffic_report",
            "transition",
            "waiver",
            "warning_setting",
            "webhook_change",
            "webhook_endpoint",
            "working_time");

    private static final String ORGANISATION = "select to_jsonb(t)::text from organisation t where id = ?";
    private static final String FILES =
            "select job_id, name, content from job_file where organisation_id = ? order by job_id, name";
    private static final String DOCUMENTS =
            "select encode(sha256, 'hex'), content from document_content where organisation_id = ? order by sha256";
    private static final String HEAD = "select size, encode(root, 'hex') from ledger_head where organisation_id = ?";

    /** The longest waits are those for whoever reads the export; the setting ends with the transaction. */
    private static final String BEGIN = """
            select set_config('fixtrail.organisation', ?, true), set_config('statement_timeout', '0', true),
                set_config('idle_in_transaction_session_timeout', '0', true)
            """;

    private static final int ROWS_AT_ONCE = 500;

    @Resource(lookup = "java:app/jdbc/fixtrail")
    private DataSource database;

    private final Clock clock;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public ExportOrganisation(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "NullAway.Init"})
    protected ExportOrganisation() {
        this(null);
    }

    /** Outside any transaction of the server: a connection of its own sees one moment from the first row to the last. */
    @Requires(Permission.OPERATE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ExportedFile write(OutputStream out) throws IOException {
        UUID organisation = CallerContext.get().organisationId();
        try (Connection connection = database.getConnection()) {
            int usual = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return write(connection, organisation, out);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(usual);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the organisation could not be exported", e);
        }
    }

    private ExportedFile write(Connection connection, UUID organisation, OutputStream out)
            throws SQLException, IOException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, organisation.toString());
            begin.execute();
        }
        ExportZip zip = new ExportZip(out);
        rows(connection, ORGANISATION, organisation, "organisation", zip);
        for (String table : TABLES) {
            rows(
                    connection,
                    "select (to_jsonb(t) - array['secret_hash', 'secret', 'previous_secret'])::text from " + table
                            + " t where organisation_id = ?",
                    organisation,
                    table,
                    zip);
        }
        files(connection, organisation, zip);
        documents(connection, organisation, zip);
        return zip.finish(manifest(connection, organisation));
    }

    private static void rows(Connection connection, String sql, UUID organisation, String table, ExportZip zip)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_AT_ONCE);
            select.setObject(1, organisation);
            zip.begin("tables/" + table + ".ndjson");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    zip.line(row.getString(1));
                }
            }
            zip.end();
        }
    }

    /** Named by number: what people call files may be anything. */
    private static void files(Connection connection, UUID organisation, ExportZip zip)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(FILES)) {
            select.setFetchSize(1);
            select.setObject(1, organisation);
            try (ResultSet row = select.executeQuery()) {
                for (int number = 1; row.next(); number++) {
                    zip.file(
                            "files/" + number,
                            Map.of("job", row.getObject(1, UUID.class).toString(), "name", row.getString(2)),
                            row.getBytes(3));
                }
            }
        }
    }

    /** Named by their hash, which the rows of {@code document} tell. */
    private static void documents(Connection connection, UUID organisation, ExportZip zip)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(DOCUMENTS)) {
            select.setFetchSize(1);
            select.setObject(1, organisation);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    zip.file("documents/" + row.getString(1), Map.of(), row.getBytes(2));
                }
            }
        }
    }

    private Map<String, Object> manifest(Connection connection, UUID organisation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setObject(1, organisation);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Map.of(
                        "format",
                        "fixtrail-export-1",
                        "organisation",
                        organisation.toString(),
                        "exportedAt",
                        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString(),
                        "ledger",
                        Map.of("size", row.getLong(1), "root", row.getString(2)));
            }
        }
    }
}
