package org.fixtrail.launcher.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: maps, lists, strings, numbers ({@link BigDecimal}), booleans and null. Written members keep the
 * order of their map.
 */
public final class Json {
    private static final char FIRST_PRINTABLE = 0x20;

    private Json() {}

    /** @throws IllegalArgumentException if the text is not JSON, saying where */
    public static @Nullable Object read(String text) {
        return new JsonParser(text).document();
    }

    /**
     * Any of what {@link #read} gives, and numbers of all kinds; anything else is written as the string that it calls
     * itself.
     */
    public static String write(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> quoted(String.valueOf(member.getKey())) + ":" + write(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
