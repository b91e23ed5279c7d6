/** Comments on failures, clocks and reports. */
@NullMarked
package org.fixtrail.services.comment;

import org.jspecify.annotations.NullMarked;
