/** Evidence packs that were issued. */
@NullMarked
package org.fixtrail.domain.pack;

import org.jspecify.annotations.NullMarked;
