/** How values of the domain stand in database columns. */
@NullMarked
package org.fixtrail.domain.storage;

import org.jspecify.annotations.NullMarked;
