/** Who holds which rights, by whose word, and whether anybody needs them; looked at and signed off in turn. */
@NullMarked
package org.fixtrail.services.accessreview;

import org.jspecify.annotations.NullMarked;
