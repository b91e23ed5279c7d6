package org.fixtrail.services.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, in its order, read as they are taken. {@link #next} throws {@link UncheckedIOException} if the
 * stream breaks. Remembers the keys of accepted rows, nothing else of them.
 */
public final class ImportRows implements Iterator<ImportRow>, Closeable {

    private record Seen(long line, String fingerprint) {}

    private final ImportMapping mapping;
    private final ImportLimits limits;
    private final Instant now;
    private final RowSource source;
    private final Map<String, Seen> keys = new HashMap<>();
    private final Set<String> systems = new HashSet<>();
    private final PlaceUse use = new PlaceUse();
    private final RowCounts counts = new RowCounts();
    private @Nullable ImportRow ahead;
    private boolean ended;

    ImportRows(ImportMapping mapping, ImportLimits limits, Instant now, RowSource source) {
        this.mapping = mapping;
        this.limits = limits;
        this.now = now;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = read();
            ended = ahead == null || ahead instanceof ImportRow.Stopped;
        }
        return ahead != null;
    }

    @Override
    public ImportRow next() {
        ImportRow row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException("the file has no more rows");
        }
        ahead = null;
        counts.add(row);
        return row;
    }

    /** What was taken so far; final once {@link #hasNext} has answered false. */
    public ImportSummary summary() {
        return counts.summary(ended && ahead == null, use.neverFound(mapping.places()));
    }

    private @Nullable ImportRow read() {
        try {
            RowSource.Item item = source.next();
            if (item == null) {
                return null;
            }
            if (item instanceof RowSource.Item.Stop stop) {
                return new ImportRow.Stopped(stop.line(), stop.reason());
            }
            return counts.rows() >= limits.maxRows() ? tooMany(item) : row(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportRow tooMany(RowSource.Item item) {
        return new ImportRow.Stopped(item.line(), "a file may have at most " + limits.maxRows() + " rows; divide it");
    }

    private ImportRow row(RowSource.Item item) {
        if (item instanceof RowSource.Item.Row row) {
            ImportRow read = new RowReading(mapping, row.row(), now, use).read();
            return read instanceof ImportRow.Accepted accepted ? unlessKnown(accepted, row.row()) : read;
        }
        RowSource.Item.Broken broken = (RowSource.Item.Broken) item;
        return new ImportRow.Rejected(broken.line(), null, List.of(broken.reason()));
    }

    private ImportRow unlessKnown(ImportRow.Accepted row, RawRow raw) {
        String key = row.failure().key();
        Seen seen = keys.get(key);
        if (seen == null) {
            return unlessTooManySystems(row, new Seen(row.line(), raw.fingerprint()));
        }
        if (seen.fingerprint().equals(raw.fingerprint())) {
            return new ImportRow.Repeated(row.line(), key, seen.line());
        }
        String reason = "the key " + Text.quoted(key) + " belongs to a different row on line " + seen.line();
        return new ImportRow.Rejected(row.line(), key, List.of(reason));
    }

    private ImportRow unlessTooManySystems(ImportRow.Accepted row, Seen seen) {
        String system = row.failure().system();
        int atMost = mapping.system().atMost();
        if (systems.size() >= atMost && !systems.contains(system)) {
            String reason = "the AI system %s would be more than %d (system.atMost); is it the right column?"
                    .formatted(Text.quoted(system), atMost);
            return new ImportRow.Rejected(row.line(), row.failure().key(), List.of(reason));
        }
        systems.add(system);
        keys.put(row.failure().key(), seen);
        return row;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
