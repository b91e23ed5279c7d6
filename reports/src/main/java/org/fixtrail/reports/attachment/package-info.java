/** The machine-readable files inside an evidence pack: CSV, JSON and the manifest of their hashes. */
@NullMarked
package org.fixtrail.reports.attachment;

import org.jspecify.annotations.NullMarked;
