/** A failure of an AI system and its lifecycle: stages, remedies, guards, and the effective line of transitions. */
@NullMarked
package org.fixtrail.domain.failure;

import org.jspecify.annotations.NullMarked;
