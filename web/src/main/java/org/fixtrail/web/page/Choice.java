package org.fixtrail.web.page;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads choices from addresses and forms, which may hold anything. */
public final class Choice {
    private Choice() {}

    /** The value with this name; null where there is none, as if nothing were chosen. */
    public static <E extends Enum<E>> @Nullable E of(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** True for "true", null for everything else: an unticked box does not filter. */
    public static @Nullable Boolean ticked(@Nullable String text) {
        return "true".equals(text) ? Boolean.TRUE : null;
    }

    /** Null where nothing but blanks was entered, or what no text can hold. */
    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() || text.indexOf('\0') >= 0 ? null : text.strip();
    }
}
