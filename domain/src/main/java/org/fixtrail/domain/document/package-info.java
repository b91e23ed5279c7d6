/** Documents that people attach to the record. */
@NullMarked
package org.fixtrail.domain.document;

import org.jspecify.annotations.NullMarked;
