/** The questions on a failure that start legal clocks, the second person on them, and the reports that answer clocks. */
@NullMarked
package org.fixtrail.services.triage;

import org.jspecify.annotations.NullMarked;
