/** Management reviews (ISO/IEC 42001, clause 9.3): what was looked at, what was decided, and what became of it. */
@NullMarked
package org.fixtrail.domain.review;

import org.jspecify.annotations.NullMarked;
