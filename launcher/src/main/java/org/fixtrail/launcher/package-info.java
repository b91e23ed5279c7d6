/** Starts Fixtrail on one machine, says what it does, and stops it again in order. */
@NullMarked
package org.fixtrail.launcher;

import org.jspecify.annotations.NullMarked;
