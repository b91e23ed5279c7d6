/** The API as a whole. */
@NullMarked
package org.fixtrail.web;

import org.jspecify.annotations.NullMarked;
