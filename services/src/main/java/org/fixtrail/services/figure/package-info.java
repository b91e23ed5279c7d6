/** The figures of a period that regulators and management ask for. */
@NullMarked
package org.fixtrail.services.figure;

import org.jspecify.annotations.NullMarked;
