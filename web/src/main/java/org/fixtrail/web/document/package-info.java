/** Documents in the API, and uploads of pages. */
@NullMarked
package org.fixtrail.web.document;

import org.jspecify.annotations.NullMarked;
