/** What deployments report: signals come in and become occurrences. */
@NullMarked
package org.fixtrail.services.signal;

import org.jspecify.annotations.NullMarked;
