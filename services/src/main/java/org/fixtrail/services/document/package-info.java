/** Takes documents in, keeps their bytes under their hash, and hands them out. */
@NullMarked
package org.fixtrail.services.document;

import org.jspecify.annotations.NullMarked;
