/** Reports of failures by people outside: the address to which they write, the reports, and what became of each. */
@NullMarked
package org.fixtrail.domain.intake;

import org.jspecify.annotations.NullMarked;
