/** Who calls, what they may do, and how each use case asks for it. */
@NullMarked
package org.fixtrail.services.access;

import org.jspecify.annotations.NullMarked;
