/** The figures of a period in the portal and the API. */
@NullMarked
package org.fixtrail.web.figure;

import org.jspecify.annotations.NullMarked;
