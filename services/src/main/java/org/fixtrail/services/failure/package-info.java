/** Use cases and queries on failures. */
@NullMarked
package org.fixtrail.services.failure;

import org.jspecify.annotations.NullMarked;
