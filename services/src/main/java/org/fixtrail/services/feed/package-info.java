/** Calendars of deadlines (RFC 5545) that programs of people fetch by a secret address. */
@NullMarked
package org.fixtrail.services.feed;

import org.jspecify.annotations.NullMarked;
