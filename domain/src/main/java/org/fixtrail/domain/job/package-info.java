/** Long work that is done beside the requests. */
@NullMarked
package org.fixtrail.domain.job;

import org.jspecify.annotations.NullMarked;
