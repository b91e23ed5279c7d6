/** Reports to authorities, prepared from the record, in the API and the portal. */
@NullMarked
package org.fixtrail.web.prepared;

import org.jspecify.annotations.NullMarked;
