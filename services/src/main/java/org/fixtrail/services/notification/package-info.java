/** Mails to people: queued with the act that causes them, sent at least once. */
@NullMarked
package org.fixtrail.services.notification;

import org.jspecify.annotations.NullMarked;
