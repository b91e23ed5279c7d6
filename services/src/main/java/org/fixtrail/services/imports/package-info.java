/** Reading failures from CSV and JSON Lines files by a mapping that the user writes; nothing here stores anything. */
@NullMarked
package org.fixtrail.services.imports;

import org.jspecify.annotations.NullMarked;
