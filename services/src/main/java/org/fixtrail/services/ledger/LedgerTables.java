package org.fixtrail.services.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.ledger.LedgerEntry;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.ledger.TreeHead;
import org.jspecify.annotations.Nullable;

/** Entries, salts and head in the database; plain JDBC, since they are written in bulk under a lock. */
final class LedgerTables {
    private static final String READ_HEAD =
            "select size, peaks, recorded_at from ledger_head where organisation_id = ?";
    private static final String LOCK_HEAD = READ_HEAD + " for update";
    private static final String MOVE_HEAD = """
            insert into ledger_head (organisation_id, size, peaks, root, recorded_at) values (?, ?, ?, ?, ?)
            on conflict (organisation_id) do update
            set size = excluded.size, peaks = excluded.peaks, root = excluded.root, recorded_at = excluded.recorded_at
            """;
    private static final String INSERT_ENTRY = """
            insert into ledger_entry (organisation_id, leaf, recorded_at, act, actor, row_id, content,
                failure_id, failure_prev, system_id, system_prev, leaf_hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_SALT = "insert into ledger_salt (organisation_id, leaf, salt) values (?, ?, ?)";
    private static final String ENTRIES = """
            select leaf, recorded_at, act, actor, row_id, content, failure_id, failure_prev, system_id, system_prev,
                leaf_hash
            from ledger_entry where organisation_id = ? and leaf >= ? order by leaf limit ?
            """;
    private static final String SALTS =
            "select leaf, salt from ledger_salt where organisation_id = ? and leaf >= ? and leaf < ?";
    private static final Map<String, String> LAST_LEAVES = Map.of(
            "failure_id", """
            select distinct on (failure_id) failure_id, leaf_hash from ledger_entry
            where organisation_id = ? and failure_id = any (?) order by failure_id, leaf desc
            """,
            "system_id", """
            select wanted.id, (select e.leaf_hash from ledger_entry e
                where e.organisation_id = ? and e.system_id = wanted.id order by e.leaf desc limit 1)
            from unnest(?) as wanted (id)
            """);

    private final Connection connection;
    private final UUID organisation;

    LedgerTables(Connection connection, UUID organisation) {
        this.connection = connection;
        this.organisation = organisation;
    }

    /** @param recordedAt null while the ledger is empty */
    record Head(TreeHead tree, @Nullable Instant recordedAt) {}

    /** Waits for the lock; a ledger without entries has nothing to lock and belongs to the one who creates it. */
    Head lockHead() throws SQLException {
        return head(LOCK_HEAD);
    }

    Head readHead() throws SQLException {
        return head(READ_HEAD);
    }

    private Head head(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, organisation);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Head(TreeHead.of(row.getLong(1), row.getBytes(2)), instant(row, 3))
                        : new Head(TreeHead.EMPTY, null);
            }
        }
    }

    void moveHead(TreeHead tree, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_HEAD)) {
            update.setObject(1, organisation);
            update.setLong(2, tree.size());
            update.setBytes(3, tree.peakBytes());
            update.setBytes(4, tree.root().bytes());
            update.setObject(5, at.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    Map<UUID, Sha256> lastLeaves(String column, Set<UUID> ids) throws SQLException {
        Map<UUID, Sha256> last = new HashMap<>();
        if (ids.isEmpty()) {
            return last;
        }
        try (PreparedStatement select = connection.prepareStatement(LAST_LEAVES.get(column))) {
            select.setObject(1, organisation);
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] hash = row.getBytes(2);
                    if (hash != null) {
                        last.put(row.getObject(1, UUID.class), Sha256.of(hash));
                    }
                }
            }
        }
        return last;
    }

    void insert(List<LedgerEntry> entries, List<byte[]> salts) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement(INSERT_ENTRY);
                PreparedStatement salt = connection.prepareStatement(INSERT_SALT)) {
            for (int i = 0; i < entries.size(); i++) {
                set(entry, entries.get(i));
                entry.addBatch();
                salt.setObject(1, organisation);
                salt.setLong(2, entries.get(i).leaf());
                salt.setBytes(3, salts.get(i));
                salt.addBatch();
            }
            entry.executeBatch();
            salt.executeBatch();
        }
    }

    List<LedgerEntry> entries(long from, int most) throws SQLException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setObject(1, organisation);
            select.setLong(2, from);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    Map<Long, byte[]> salts(long from, long until) throws SQLException {
        Map<Long, byte[]> salts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SALTS)) {
            select.setObject(1, organisation);
            select.setLong(2, from);
            select.setLong(3, until);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    salts.put(row.getLong(1), row.getBytes(2));
                }
            }
        }
        return salts;
    }

    private LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                organisation,
                row.getLong(1),
                instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                Sha256.of(row.getBytes(6)),
                row.getObject(7, UUID.class),
                hash(row, 8),
                row.getObject(9, UUID.class),
                hash(row, 10),
                Sha256.of(row.getBytes(11)));
    }

    private void set(PreparedStatement insert, LedgerEntry entry) throws SQLException {
        insert.setObject(1, organisation);
        insert.setLong(2, entry.leaf());
        insert.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, entry.act());
        insert.setString(5, entry.actor());
        insert.setObject(6, entry.row());
        insert.setBytes(7, entry.content().bytes());
        insert.setObject(8, entry.failure());
        insert.setBytes(9, bytes(entry.failurePrev()));
        insert.setObject(10, entry.system());
        insert.setBytes(11, bytes(entry.systemPrev()));
        insert.setBytes(12, entry.leafHash().bytes());
    }

    private static byte @Nullable [] bytes(@Nullable Sha256 hash) {
        return hash == null ? null : hash.bytes();
    }

    private static @Nullable Sha256 hash(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Sha256.of(bytes);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
