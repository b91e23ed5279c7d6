package org.fixtrail.services.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes rows from a file one by one, holding no more than one in memory. */
interface RowSource extends Closeable {

    /** What came next in the file. */
    sealed interface Item {
        long line();

        record Row(RawRow row) implements Item {
            @Override
            public long line() {
                return row.line();
            }
        }

        /** One row cannot be read; the next one can. */
        record Broken(long line, String reason) implements Item {}

        /** No further row can be told apart. */
        record Stop(long line, String reason) implements Item {}
    }

    /** The next item, or null at the end of the file; not called again after null or {@link Item.Stop}. */
    @Nullable
    Item next() throws IOException;
}
