/** Packs of rules that start clocks: those that we bring, and how any is read. */
@NullMarked
package org.fixtrail.services.obligation;

import org.jspecify.annotations.NullMarked;
