/** Reports to authorities, prepared from the record by templates that are data; what the record lacks is marked. */
@NullMarked
package org.fixtrail.services.prepared;

import org.jspecify.annotations.NullMarked;
