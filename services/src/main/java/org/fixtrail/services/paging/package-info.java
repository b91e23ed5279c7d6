/** One page of a list that was filtered, sorted and cut in the database. */
@NullMarked
package org.fixtrail.services.paging;

import org.jspecify.annotations.NullMarked;
