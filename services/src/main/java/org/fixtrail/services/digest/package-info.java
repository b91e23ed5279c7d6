/** The daily mail to who wants one: what runs and what was missed. */
@NullMarked
package org.fixtrail.services.digest;

import org.jspecify.annotations.NullMarked;
