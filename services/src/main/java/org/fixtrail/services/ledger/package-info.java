/** Writes acts and their entries in one transaction, and checks the one against the other. */
@NullMarked
package org.fixtrail.services.ledger;

import org.jspecify.annotations.NullMarked;
