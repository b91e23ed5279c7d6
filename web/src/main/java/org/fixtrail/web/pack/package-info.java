/** Evidence packs in the API and the portal. */
@NullMarked
package org.fixtrail.web.pack;

import org.jspecify.annotations.NullMarked;
