package org.fixtrail.services.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an organisation's ledger has come.
 *
 * @param root root hash in hexadecimal digits
 * @param recordedAt time of the last entry, or null while there is none
 */
public record LedgerHead(long size, String root, @Nullable Instant recordedAt) {}
