/** What all API resources share: JSON, errors as problem documents, paging. */
@NullMarked
package org.fixtrail.web.api;

import org.jspecify.annotations.NullMarked;
