package org.fixtrail.domain.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds an act's content: moments in the one text form, numbers and booleans as they are, all else as text. */
public final class Content {
    private final Map<String, @Nullable Object> members = new TreeMap<>();

    private Content() {}

    public static Content with(String name, @Nullable Object value) {
        return new Content().and(name, value);
    }

    /** @throws IllegalArgumentException for a moment finer than a microsecond */
    public Content and(String name, @Nullable Object value) {
        members.put(name, canonical(value));
        return this;
    }

    public Map<String, @Nullable Object> map() {
        return members;
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return value;
        }
        return value instanceof Instant moment ? exact(moment) : value.toString();
    }

    private static String exact(Instant moment) {
        if (!moment.equals(Moments.toMicros(moment))) {
            throw new IllegalArgumentException("finer than the database keeps: " + moment);
        }
        return Moments.text(moment);
    }
}
