/** News of clocks goes up from owner to team to executives until somebody acknowledges it. */
@NullMarked
package org.fixtrail.services.escalation;

import org.jspecify.annotations.NullMarked;
