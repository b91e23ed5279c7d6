/** AI systems in the API and the portal. */
@NullMarked
package org.fixtrail.web.system;

import org.jspecify.annotations.NullMarked;
