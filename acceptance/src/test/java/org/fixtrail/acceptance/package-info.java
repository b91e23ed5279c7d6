/** Tests of the started product, from outside: what its users call, see and receive. */
@NullMarked
package org.fixtrail.acceptance;

import org.jspecify.annotations.NullMarked;
