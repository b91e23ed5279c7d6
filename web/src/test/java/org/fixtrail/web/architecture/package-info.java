/** The rules of the design that hold across modules. */
@NullMarked
package org.fixtrail.web.architecture;

import org.jspecify.annotations.NullMarked;
