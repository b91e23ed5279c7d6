/** Canonical JSON (RFC 8785), the byte form of everything that is hashed. */
@NullMarked
package org.fixtrail.domain.json;

import org.jspecify.annotations.NullMarked;
