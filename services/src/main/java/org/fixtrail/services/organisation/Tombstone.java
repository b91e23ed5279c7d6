package org.fixtrail.services.organisation;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.ledger.Sha256;

/**
 * What stays of a deleted organisation. Whoever holds the export can show by the hash that it is the one, and by size and
 * root that its ledger was whole.
 *
 * @param nameSha256 of the name in UTF-8
 */
public record Tombstone(
        UUID id,
        Sha256 nameSha256,
        Instant closedAt,
        Instant keepUntil,
        Sha256 exportSha256,
        long ledgerSize,
        Sha256 ledgerRoot,
        Instant deletedAt) {}
