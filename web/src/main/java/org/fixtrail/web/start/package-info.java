/** Starts the application: data source, migrations, background work, health. */
@NullMarked
package org.fixtrail.web.start;

import org.jspecify.annotations.NullMarked;
