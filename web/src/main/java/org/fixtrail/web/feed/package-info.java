/** Calendars of deadlines: the secret addresses, and where people make them. */
@NullMarked
package org.fixtrail.web.feed;

import org.jspecify.annotations.NullMarked;
