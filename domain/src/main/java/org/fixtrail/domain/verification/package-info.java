/** Whether a deployed fix holds: bounds on the rate at which a failure still happens. */
@NullMarked
package org.fixtrail.domain.verification;

import org.jspecify.annotations.NullMarked;
