package org.fixtrail.services.ledger;

import static org.fixtrail.domain.access.Permission.CHECK_LEDGER;
import static org.fixtrail.domain.access.Permission.VIEW_RECORD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.LedgerEntry;
import org.fixtrail.domain.ledger.TreeHead;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.storage.TransactionConnection;

/**
 * Compares an organisation's ledger with the record, both ways: every entry with the row that it stands for, every covered
 * row with its entry, and the tree with its head. The first thing that is wrong ends the check.
 */
@ApplicationScoped
@Transactional
public class CheckLedger {
    private static final int PIECE = 500;

    private final EntityManager em;

    @Inject
    public CheckLedger(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected CheckLedger() {
        this(null);
    }

    @Requires({VIEW_RECORD, CHECK_LEDGER})
    public LedgerHead head() {
        try {
            LedgerTables.Head head = tables().readHead();
            return new LedgerHead(head.tree().size(), head.tree().root().toString(), head.recordedAt());
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger's head could not be read", e);
        }
    }

    @Requires(CHECK_LEDGER)
    public LedgerCheckResult check() {
        try {
            return check(tables());
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read", e);
        }
    }

    private LedgerCheckResult check(LedgerTables tables) throws SQLException {
        TreeHead stored = tables.readHead().tree();
        EntryCheck entryCheck = new EntryCheck();
        while (entryCheck.tree().size() < stored.size()) {
            long from = entryCheck.tree().size();
            long until = Math.min(from + PIECE, stored.size());
            List<LedgerEntry> entries = tables.entries(from, (int) (until - from));
            Map<UUID, Act> acts = acts(from, until);
            Map<Long, byte[]> salts = tables.salts(from, until);
            for (LedgerEntry entry : entries) {
                Optional<String> problem = entryCheck.problem(entry, acts.remove(entry.row()), salts.get(entry.leaf()));
                if (problem.isPresent()) {
                    return bad(entryCheck, entryCheck.tree().size(), problem.get());
                }
            }
            if (!acts.isEmpty()) {
                Act stray = acts.values().iterator().next();
                return bad(entryCheck, stray.leaf(), "a row of " + stray.type().code() + " has no entry");
            }
            if (entries.size() < until - from) {
                return bad(entryCheck, from + entries.size(), "entry " + (from + entries.size()) + " is missing");
            }
        }
        return end(entryCheck, stored, tables);
    }

    private LedgerCheckResult end(EntryCheck entryCheck, TreeHead stored, LedgerTables tables) throws SQLException {
        TreeHead built = entryCheck.tree();
        if (!built.equals(stored)) {
            return bad(entryCheck, Math.min(built.size(), stored.size()), "the entries do not give the stored head");
        }
        Optional<String> signals = new SignalBatchCheck(em).firstProblem();
        if (signals.isPresent()) {
            return bad(entryCheck, built.size(), signals.get());
        }
        Optional<String> beyond = rowsBeyondTheEnd(tables);
        if (beyond.isPresent()) {
            return bad(entryCheck, built.size(), beyond.get());
        }
        return new LedgerCheckResult(built.size(), built.root().toString(), null, null);
    }

    /** The head is read after the rows: whatever was committed by then, it covers. */
    private Optional<String> rowsBeyondTheEnd(LedgerTables tables) throws SQLException {
        for (Class<? extends Act> type : ActTables.ALL) {
            String name = type.getSimpleName();
            Long last = em.createQuery("select max(a.leaf) from " + name + " a", Long.class)
                    .getSingleResult();
            Long first = em.createQuery("select min(a.leaf) from " + name + " a", Long.class)
                    .getSingleResult();
            if (last != null && (first < 0 || last >= tables.readHead().tree().size())) {
                return Optional.of(name + " has rows beyond the ledger's end");
            }
        }
        return Optional.empty();
    }

    private Map<UUID, Act> acts(long from, long until) {
        em.clear();
        Map<UUID, Act> acts = new HashMap<>();
        for (Class<? extends Act> type : ActTables.ALL) {
            em.createQuery(
                            "select a from " + type.getSimpleName() + " a where a.leaf >= :from and a.leaf < :until",
                            type)
                    .setParameter("from", from)
                    .setParameter("until", until)
                    .getResultList()
                    .forEach(act -> acts.put(act.id(), act));
        }
        return acts;
    }

    private LedgerTables tables() {
        return new LedgerTables(
                TransactionConnection.of(em), CallerContext.get().organisationId());
    }

    private static LedgerCheckResult bad(EntryCheck check, long leaf, String problem) {
        return new LedgerCheckResult(check.tree().size(), check.tree().root().toString(), leaf, problem);
    }
}
