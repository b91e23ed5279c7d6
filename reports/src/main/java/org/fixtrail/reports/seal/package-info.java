/** The installation's seal: its key, sealing with it, and checking a sealed file. */
@NullMarked
package org.fixtrail.reports.seal;

import org.jspecify.annotations.NullMarked;
