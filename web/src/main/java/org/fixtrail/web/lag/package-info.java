/** Lag in the API. */
@NullMarked
package org.fixtrail.web.lag;

import org.jspecify.annotations.NullMarked;
