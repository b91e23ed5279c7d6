package org.fixtrail.services.pack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The head of the organisation's ledger that the pack stands on, and what checking it gave.
 *
 * @param size how many entries the tree has
 * @param rootHash RFC 6962 root over them, 64 hexadecimal digits
 * @param lastRecordedAt time of the newest entry; null = the ledger is empty
 * @param checkPassed whether entries and rows agreed, both ways
 * @param checkResult the check's finding in a sentence
 * @param statement against whom the ledger proves something and against whom not
 */
public record PackLedger(
        long size,
        String rootHash,
        @Nullable Instant lastRecordedAt,
        boolean checkPassed,
        String checkResult,
        String statement) {

    /** The {@link #statement} of a ledger whose head no outsider has seen. */
    public static final String SELF_ASSERTED = "self-asserted: not proven against the operator";
}
