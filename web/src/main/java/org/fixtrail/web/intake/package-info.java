/** The form for people outside, and the list of what they reported. */
@NullMarked
package org.fixtrail.web.intake;

import org.jspecify.annotations.NullMarked;
