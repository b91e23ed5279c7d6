/** The organisation: the tenant to which everything below belongs. */
@NullMarked
package org.fixtrail.domain.organisation;

import org.jspecify.annotations.NullMarked;
