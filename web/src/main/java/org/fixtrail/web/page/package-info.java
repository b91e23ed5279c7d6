/** What all pages of the portal share: the frame, wording of times and numbers, answers to mistakes. */
@NullMarked
package org.fixtrail.web.page;

import org.jspecify.annotations.NullMarked;
