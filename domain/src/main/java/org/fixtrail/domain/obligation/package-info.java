/** The obligations that laws, standards and codes lay down: packs of rules, each of which starts a clock. */
@NullMarked
package org.fixtrail.domain.obligation;

import org.jspecify.annotations.NullMarked;
