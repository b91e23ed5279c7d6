/** The few classes that the server can see of the launcher: the way in and the server's log. */
@NullMarked
package org.fixtrail.launcher.boot;

import org.jspecify.annotations.NullMarked;
