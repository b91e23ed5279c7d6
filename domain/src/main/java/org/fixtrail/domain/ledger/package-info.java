/** The append-only Merkle log of an organisation: leaves, tree, commitments (RFC 6962, RFC 9162, RFC 8785). */
@NullMarked
package org.fixtrail.domain.ledger;

import org.jspecify.annotations.NullMarked;
