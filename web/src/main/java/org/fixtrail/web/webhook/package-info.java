/** Webhooks in the portal. */
@NullMarked
package org.fixtrail.web.webhook;

import org.jspecify.annotations.NullMarked;
