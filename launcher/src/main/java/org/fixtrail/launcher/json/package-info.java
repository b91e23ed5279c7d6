/** As much JSON as the launcher needs to call the application. */
@NullMarked
package org.fixtrail.launcher.json;

import org.jspecify.annotations.NullMarked;
