package org.fixtrail.services.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.Commitment;
import org.fixtrail.domain.ledger.Leaf;
import org.fixtrail.domain.ledger.LedgerEntry;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.ledger.TreeHead;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.storage.TransactionConnection;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which acts are stored. A use case hands its acts over while it works; {@link #seal} writes them and their
 * entries as the last step before the commit, while it holds the lock on the head of the organisation's ledger. So an act
 * without an entry and an entry without an act cannot be, and numbers and times follow the order of the commits.
 */
@ApplicationScoped
public class Ledger {
    private static final String PENDING = Ledger.class.getName() + ".pending";

    private final EntityManager em;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final SaltSource salts;

    @Inject
    public Ledger(EntityManager em, TransactionSynchronizationRegistry transaction, Clock clock, SaltSource salts) {
        this.em = em;
        this.transaction = transaction;
        this.clock = clock;
        this.salts = salts;
    }

    @SuppressWarnings("NullAway")
    protected Ledger() {
        this(null, null, null, null);
    }

    /** Hands an act over; it has no leaf yet and must not be persisted by anybody else. */
    public void append(Act act) {
        pending().add(act);
    }

    /** What this use case has handed over so far, since queries do not find it yet. */
    public <A extends Act> List<A> handedOver(Class<A> type) {
        return pending().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Writes what was handed over. Called once by the use case's interceptor, as the last step. */
    void seal() {
        List<Act> acts = List.copyOf(pending());
        if (acts.isEmpty()) {
            return;
        }
        pending().clear();
        em.flush();
        try {
            write(acts, CallerContext.get(), TransactionConnection.of(em));
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be written", e);
        }
    }

    private void write(List<Act> acts, Caller caller, Connection connection) throws SQLException {
        LedgerTables tables = new LedgerTables(connection, caller.organisationId());
        LedgerTables.Head head = tables.lockHead();
        PreviousLeaves previous = PreviousLeaves.before(acts, tables);
        Instant at = later(Moments.toMicros(Instant.now(clock)), head.recordedAt());
        TreeHead tree = head.tree();
        List<LedgerEntry> entries = new ArrayList<>();
        List<byte[]> salted = new ArrayList<>();
        for (Act act : acts) {
            byte[] salt = salts.next();
            act.seal(caller.organisationId(), tree.size(), at, caller.actor());
            LedgerEntry entry = entry(act, salt, previous);
            previous.remember(act, entry.leafHash());
            tree = tree.append(entry.leafHash());
            entries.add(entry);
            salted.add(salt);
            em.persist(act);
        }
        tables.insert(entries, salted);
        tables.moveHead(tree, at);
        em.flush();
    }

    private static LedgerEntry entry(Act act, byte[] salt, PreviousLeaves previous) {
        Sha256 content = Commitment.to(act.content(), salt);
        UUID failure = act.failureId();
        UUID system = act.systemId();
        Sha256 failurePrev = previous.ofFailure(failure);
        Sha256 systemPrev = previous.ofSystem(system);
        Leaf leaf = new Leaf(
                act.organisationId(),
                act.leaf(),
                act.recordedAt(),
                act.type(),
                act.actor().toString(),
                act.id(),
                content,
                failure,
                failurePrev,
                system,
                systemPrev);
        return new LedgerEntry(
                act.organisationId(),
                act.leaf(),
                act.recordedAt(),
                act.type().code(),
                act.actor().toString(),
                act.id(),
                content,
                failure,
                failurePrev,
                system,
                systemPrev,
                leaf.hash());
    }

    private static Instant later(Instant now, @Nullable Instant last) {
        return last != null && last.isAfter(now) ? last : now;
    }

    @SuppressWarnings("unchecked")
    private List<Act> pending() {
        List<Act> acts = (List<Act>) transaction.getResource(PENDING);
        if (acts == null) {
            acts = new ArrayList<>();
            transaction.putResource(PENDING, acts);
        }
        return acts;
    }
}
