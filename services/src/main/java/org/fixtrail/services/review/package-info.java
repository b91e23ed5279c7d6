/** Management reviews: their inputs from the record, their decisions, and what became of these. */
@NullMarked
package org.fixtrail.services.review;

import org.jspecify.annotations.NullMarked;
