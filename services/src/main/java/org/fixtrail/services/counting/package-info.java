/** The holiday calendars that periods are counted with. */
@NullMarked
package org.fixtrail.services.counting;

import org.jspecify.annotations.NullMarked;
