/** How the hours, days, weeks and months of a period are counted, and what moves its end. */
@NullMarked
package org.fixtrail.domain.counting;

import org.jspecify.annotations.NullMarked;
