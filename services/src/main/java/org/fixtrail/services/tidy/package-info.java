/** Forgets what is of no use to anybody any more, and is no evidence. */
@NullMarked
package org.fixtrail.services.tidy;

import org.jspecify.annotations.NullMarked;
