package org.fixtrail.services.organisation;

import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the operator sees it.
 *
 * @param people who have access
 * @param closedAt null while it is open
 * @param keepUntil when the retention is over that was set when it was closed; null while it is open
 * @param exportedAt when it was last exported since it was closed; null if it was not
 * @param exportSha256 of that export's file
 */
public record OrganisationRow(
        UUID id,
        String name,
        Instant createdAt,
        long people,
        @Nullable Instant closedAt,
        @Nullable Instant keepUntil,
        @Nullable Instant exportedAt,
        @Nullable Sha256 exportSha256) {}
