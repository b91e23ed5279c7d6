/** The embedded PostgreSQL: unpacked, initialised, started and stopped without a moment in which it is open to others. */
@NullMarked
package org.fixtrail.launcher.postgres;

import org.jspecify.annotations.NullMarked;
