/** The ledger in the API. */
@NullMarked
package org.fixtrail.web.ledger;

import org.jspecify.annotations.NullMarked;
