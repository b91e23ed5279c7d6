/** News of clocks goes up a chain of people until somebody acknowledges it. */
@NullMarked
package org.fixtrail.domain.escalation;

import org.jspecify.annotations.NullMarked;
