/** Calendars of deadlines that programs of people fetch by a secret address. */
@NullMarked
package org.fixtrail.domain.feed;

import org.jspecify.annotations.NullMarked;
