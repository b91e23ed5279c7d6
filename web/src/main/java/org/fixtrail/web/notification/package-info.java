/** Notifications in the API and the portal. */
@NullMarked
package org.fixtrail.web.notification;

import org.jspecify.annotations.NullMarked;
