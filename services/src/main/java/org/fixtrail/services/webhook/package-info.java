/** Webhooks: endpoints of the organisation's own programs, and the signed messages to them. */
@NullMarked
package org.fixtrail.services.webhook;

import org.jspecify.annotations.NullMarked;
