/** The first page: what is open, how long fixes take, what is at risk. */
@NullMarked
package org.fixtrail.web.dashboard;

import org.jspecify.annotations.NullMarked;
