/** Use cases and queries on AI systems. */
@NullMarked
package org.fixtrail.services.system;

import org.jspecify.annotations.NullMarked;
