/** What an evidence pack says, as plain values, and the ports through which it is rendered, sealed and announced. */
@NullMarked
package org.fixtrail.services.pack;

import org.jspecify.annotations.NullMarked;
