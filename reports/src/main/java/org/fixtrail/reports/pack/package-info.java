/** Makes the finished evidence pack out of pages, attachments and seal. */
@NullMarked
package org.fixtrail.reports.pack;

import org.jspecify.annotations.NullMarked;
