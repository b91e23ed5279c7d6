/** The demo's mail server, which delivers to a folder and nowhere else. */
@NullMarked
package org.fixtrail.launcher.mail;

import org.jspecify.annotations.NullMarked;
