package org.fixtrail.domain.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored: the leaf's members and the leaf's hash.
 *
 * @param act code of the {@link ActType}
 */
public record LedgerEntry(
        UUID organisation,
        long leaf,
        Instant at,
        String act,
        String actor,
        UUID row,
        Sha256 content,
        @Nullable UUID failure,
        @Nullable Sha256 failurePrev,
        @Nullable UUID system,
        @Nullable Sha256 systemPrev,
        Sha256 leafHash) {}
