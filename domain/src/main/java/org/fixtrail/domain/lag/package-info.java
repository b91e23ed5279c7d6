/** Lags between stages: per failure, over populations with censoring, their trend, bottleneck and exposure. */
@NullMarked
package org.fixtrail.domain.lag;

import org.jspecify.annotations.NullMarked;
