package org.fixtrail.services.imports;

import java.util.List;
import java.util.Set;
import org.fixtrail.domain.failure.Stage;

/** A time that is not imported but must not lie before or after stages; broken, it marks the row. */
record OrderCheck(List<Place> column, Set<Stage> notBefore, Set<Stage> notAfter) {
    OrderCheck {
        column = List.copyOf(column);
        notBefore = Set.copyOf(notBefore);
        notAfter = Set.copyOf(notAfter);
    }
}
