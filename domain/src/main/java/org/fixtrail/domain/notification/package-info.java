/** Mails to people, and what became of them. */
@NullMarked
package org.fixtrail.domain.notification;

import org.jspecify.annotations.NullMarked;
