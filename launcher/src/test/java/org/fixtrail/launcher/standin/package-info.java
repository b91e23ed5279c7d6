/** A small application in place of the real one, so that the launcher's tests run the real server and database. */
@NullMarked
package org.fixtrail.launcher.standin;

import org.jspecify.annotations.NullMarked;
