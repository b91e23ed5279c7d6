/** Failures in the API and the portal. */
@NullMarked
package org.fixtrail.web.failure;

import org.jspecify.annotations.NullMarked;
