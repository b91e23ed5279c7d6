/** Imports in the API and the portal. */
@NullMarked
package org.fixtrail.web.imports;

import org.jspecify.annotations.NullMarked;
