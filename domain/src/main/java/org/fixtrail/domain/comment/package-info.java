/** What people say about failures, clocks and reports. */
@NullMarked
package org.fixtrail.domain.comment;

import org.jspecify.annotations.NullMarked;
