/** Management reviews in the portal and the API. */
@NullMarked
package org.fixtrail.web.review;

import org.jspecify.annotations.NullMarked;
