/** Obligations and the clocks that they start on a failure. */
@NullMarked
package org.fixtrail.domain.clock;

import org.jspecify.annotations.NullMarked;
