package org.fixtrail.services.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one row of the file. */
public sealed interface ImportRow {

    /** The physical line on which the row begins; the first line of the file is 1. */
    long line();

    /** The row is a failure; it may carry contradictions. */
    record Accepted(long line, ImportedFailure failure) implements ImportRow {}

    /**
     * The row cannot be imported.
     *
     * @param key the row's key where it could be read
     * @param reasons all that is wrong, in words; never empty
     */
    record Rejected(long line, @Nullable String key, List<String> reasons) implements ImportRow {
        public Rejected {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a rejected row needs a reason: line " + line);
            }
            reasons = List.copyOf(reasons);
        }
    }

    /** The row repeats, character for character, the accepted row of {@code firstLine}. */
    record Repeated(long line, String key, long firstLine) implements ImportRow {}

    /** Reading ends here, before the end of the file; what follows was not looked at. Always the last. */
    record Stopped(long line, String reason) implements ImportRow {}
}
