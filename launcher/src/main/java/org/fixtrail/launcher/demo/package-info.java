/** The sample story that {@code ./fixtrail demo} tells. */
@NullMarked
package org.fixtrail.launcher.demo;

import org.jspecify.annotations.NullMarked;
