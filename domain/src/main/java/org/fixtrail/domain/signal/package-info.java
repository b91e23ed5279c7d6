/** What deployments report. */
@NullMarked
package org.fixtrail.domain.signal;

import org.jspecify.annotations.NullMarked;
