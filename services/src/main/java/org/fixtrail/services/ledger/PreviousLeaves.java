package org.fixtrail.services.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/** The last entry of each failure and AI system that a set of acts is about. */
final class PreviousLeaves {
    private final Map<UUID, Sha256> failures;
    private final Map<UUID, Sha256> systems;

    private PreviousLeaves(Map<UUID, Sha256> failures, Map<UUID, Sha256> systems) {
        this.failures = new HashMap<>(failures);
        this.systems = new HashMap<>(systems);
    }

    static PreviousLeaves before(Collection<Act> acts, LedgerTables tables) throws SQLException {
        return new PreviousLeaves(
                tables.lastLeaves("failure_id", ids(acts, Act::failureId)),
                tables.lastLeaves("system_id", ids(acts, Act::systemId)));
    }

    @Nullable
    Sha256 ofFailure(@Nullable UUID failure) {
        return failures.get(failure);
    }

    @Nullable
    Sha256 ofSystem(@Nullable UUID system) {
        return systems.get(system);
    }

    void remember(Act act, Sha256 leaf) {
        UUID failure = act.failureId();
        UUID system = act.systemId();
        if (failure != null) {
            failures.put(failure, leaf);
        }
        if (system != null) {
            systems.put(system, leaf);
        }
    }

    private static Set<UUID> ids(Collection<Act> acts, Function<Act, @Nullable UUID> id) {
        return acts.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
