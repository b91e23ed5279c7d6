/** The EAR as it runs on a full server. */
@NullMarked
package org.fixtrail.ear;

import org.jspecify.annotations.NullMarked;
