/** The database: migrations, connections, and the organisation that a connection may see. */
@NullMarked
package org.fixtrail.services.storage;

import org.jspecify.annotations.NullMarked;
