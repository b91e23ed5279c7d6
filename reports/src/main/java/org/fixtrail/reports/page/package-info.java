/** The pages of an evidence pack: what each line says, the templates that lay it out, and the plain PDF made of both. */
@NullMarked
package org.fixtrail.reports.page;

import org.jspecify.annotations.NullMarked;
