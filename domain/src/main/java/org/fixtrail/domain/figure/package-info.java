/** The figures of a period that regulators and management ask for, as tables of numbers that name what they count. */
@NullMarked
package org.fixtrail.domain.figure;

import org.jspecify.annotations.NullMarked;
