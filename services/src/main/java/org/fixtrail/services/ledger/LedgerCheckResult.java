package org.fixtrail.services.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What the check of a ledger found.
 *
 * @param checked entries that were found right, from the first on
 * @param firstBad number of the first entry that is wrong, or null when all is right
 * @param problem what is wrong with it, in words, or null when all is right
 */
public record LedgerCheckResult(
        long checked,
        String root,
        @Nullable Long firstBad,
        @Nullable String problem) {
    public boolean ok() {
        return problem == null;
    }
}
