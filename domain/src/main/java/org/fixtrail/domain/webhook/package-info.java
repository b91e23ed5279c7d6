/** Where the organisation's own programs are told of what happens. */
@NullMarked
package org.fixtrail.domain.webhook;

import org.jspecify.annotations.NullMarked;
