/** Targets and clocks in the API and the portal. */
@NullMarked
package org.fixtrail.web.clock;

import org.jspecify.annotations.NullMarked;
