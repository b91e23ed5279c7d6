/** Targets, and the clocks that they start. */
@NullMarked
package org.fixtrail.services.clock;

import org.jspecify.annotations.NullMarked;
