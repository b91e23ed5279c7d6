/** Turns a plain PDF into one for the archive: PDF/A-3b with the evidence attached. */
@NullMarked
package org.fixtrail.reports.archive;

import org.jspecify.annotations.NullMarked;
