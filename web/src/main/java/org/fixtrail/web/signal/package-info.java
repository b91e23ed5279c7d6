/** Signals in the API. */
@NullMarked
package org.fixtrail.web.signal;

import org.jspecify.annotations.NullMarked;
