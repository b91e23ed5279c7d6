/** Turns the notes of what was refused into acts of the ledger, one for each minute, actor and rule. */
@NullMarked
package org.fixtrail.services.refusal;

import org.jspecify.annotations.NullMarked;
