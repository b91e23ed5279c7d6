package org.fixtrail.services.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.Commitment;
import org.fixtrail.domain.ledger.Leaf;
import org.fixtrail.domain.ledger.LedgerEntry;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.ledger.TreeHead;
import org.jspecify.annotations.Nullable;

/** Checks entries one after the other against their rows, and grows the tree that they must give. */
final class EntryCheck {
    private final Map<UUID, Sha256> lastOfFailure = new HashMap<>();
    private final Map<UUID, Sha256> lastOfSystem = new HashMap<>();
    private TreeHead tree = TreeHead.EMPTY;
    private Instant last = Instant.MIN;

    TreeHead tree() {
        return tree;
    }

    /** What is wrong with the next entry, or empty and the tree has grown by it. */
    Optional<String> problem(LedgerEntry entry, @Nullable Act act, byte @Nullable [] salt) {
        if (entry.leaf() != tree.size()) {
            return Optional.of("entry " + tree.size() + " is missing");
        }
        if (entry.at().isBefore(last)) {
            return Optional.of("its time is before that of the entry before");
        }
        if (act == null) {
            return Optional.of("the row of " + entry.act() + " that it stands for is missing");
        }
        if (!matches(entry, act)) {
            return Optional.of("entry and row of " + entry.act() + " disagree about who, when or what");
        }
        if (salt == null || !Commitment.to(act.content(), salt).equals(entry.content())) {
            return Optional.of("the row of " + entry.act() + " is not what was recorded");
        }
        Leaf leaf = leaf(entry, act);
        if (!leaf.hash().equals(entry.leafHash())) {
            return Optional.of("its hash does not fit its content");
        }
        grow(entry);
        return Optional.empty();
    }

    private boolean matches(LedgerEntry entry, Act act) {
        return act.leaf() == entry.leaf()
                && act.type().code().equals(entry.act())
                && act.actor().toString().equals(entry.actor())
                && act.recordedAt().equals(entry.at())
                && Objects.equals(act.failureId(), entry.failure())
                && Objects.equals(act.systemId(), entry.system());
    }

    /** Rebuilt from the row and from the entries before, so that a changed entry shows. */
    private Leaf leaf(LedgerEntry entry, Act act) {
        return new Leaf(
                entry.organisation(),
                entry.leaf(),
                act.recordedAt(),
                act.type(),
                act.actor().toString(),
                act.id(),
                entry.content(),
                act.failureId(),
                lastOfFailure.get(act.failureId()),
                act.systemId(),
                lastOfSystem.get(act.systemId()));
    }

    private void grow(LedgerEntry entry) {
        last = entry.at();
        tree = tree.append(entry.leafHash());
        if (entry.failure() != null) {
            lastOfFailure.put(entry.failure(), entry.leafHash());
        }
        if (entry.system() != null) {
            lastOfSystem.put(entry.system(), entry.leafHash());
        }
    }
}
