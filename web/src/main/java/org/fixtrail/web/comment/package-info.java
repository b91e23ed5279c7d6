/** Comments in the API and the portal. */
@NullMarked
package org.fixtrail.web.comment;

import org.jspecify.annotations.NullMarked;
