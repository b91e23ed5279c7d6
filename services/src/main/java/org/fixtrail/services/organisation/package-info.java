/** Organisations and their first people. */
@NullMarked
package org.fixtrail.services.organisation;

import org.jspecify.annotations.NullMarked;
