/** Who may enter: sign-in and sessions of the portal, bearer tokens of the API, the operator's end points, people and keys. */
@NullMarked
package org.fixtrail.web.access;

import org.jspecify.annotations.NullMarked;
