/** Adaptation lag of failures and populations. */
@NullMarked
package org.fixtrail.services.lag;

import org.jspecify.annotations.NullMarked;
