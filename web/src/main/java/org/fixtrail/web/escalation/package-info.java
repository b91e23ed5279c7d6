/** The chain that news of clocks goes up, and acknowledging it. */
@NullMarked
package org.fixtrail.web.escalation;

import org.jspecify.annotations.NullMarked;
