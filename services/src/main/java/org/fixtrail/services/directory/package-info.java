/** Keeps people in step with the identity provider that keeps them. */
@NullMarked
package org.fixtrail.services.directory;

import org.jspecify.annotations.NullMarked;
