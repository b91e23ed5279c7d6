/** Tests of the application as it is deployed, run inside the server on a real database. */
@NullMarked
package org.fixtrail.web.it;

import org.jspecify.annotations.NullMarked;
