/** Payara Micro in this process, and how the launcher talks to the application in it. */
@NullMarked
package org.fixtrail.launcher.server;

import org.jspecify.annotations.NullMarked;
