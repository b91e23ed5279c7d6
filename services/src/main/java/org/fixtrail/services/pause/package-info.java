/** Pauses of the clocks of targets. */
@NullMarked
package org.fixtrail.services.pause;

import org.jspecify.annotations.NullMarked;
