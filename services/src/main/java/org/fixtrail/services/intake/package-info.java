/** Takes reports of failures from people outside, and keeps what becomes of them. */
@NullMarked
package org.fixtrail.services.intake;

import org.jspecify.annotations.NullMarked;
