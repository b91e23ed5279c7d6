/** Notices when the machine's clock is wrong: every deadline, and the order of the record, depend on it. */
@NullMarked
package org.fixtrail.services.drift;

import org.jspecify.annotations.NullMarked;
