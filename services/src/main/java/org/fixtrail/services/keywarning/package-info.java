/** Mails before keys and tokens end. */
@NullMarked
package org.fixtrail.services.keywarning;

import org.jspecify.annotations.NullMarked;
