package org.fixtrail.services.organisation;

import org.fixtrail.domain.ledger.Sha256;

/**
 * An export that was written to its last byte.
 *
 * @param size in bytes
 */
public record ExportedFile(Sha256 sha256, long size) {}
