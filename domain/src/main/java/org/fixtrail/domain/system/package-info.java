/** What is deployed: AI systems, their versions and the traffic that they see. */
@NullMarked
package org.fixtrail.domain.system;

import org.jspecify.annotations.NullMarked;
