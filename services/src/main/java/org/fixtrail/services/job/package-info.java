/** Long work beside the requests, taken from the database by any number of nodes. */
@NullMarked
package org.fixtrail.services.job;

import org.jspecify.annotations.NullMarked;
