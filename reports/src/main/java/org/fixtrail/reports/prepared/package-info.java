/** Reports to authorities as PDF and DOCX. */
@NullMarked
package org.fixtrail.reports.prepared;

import org.jspecify.annotations.NullMarked;
