/** The questions that decide which legal clocks run, and what answers those clocks. */
@NullMarked
package org.fixtrail.web.triage;

import org.jspecify.annotations.NullMarked;
