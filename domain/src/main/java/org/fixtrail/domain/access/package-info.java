/** Who may do what: roles, permissions, and the one table between them. */
@NullMarked
package org.fixtrail.domain.access;

import org.jspecify.annotations.NullMarked;
