package org.fixtrail.domain.json;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, shortest escapes.
 *
 * <p>Allowed are maps with string keys, collections, strings, booleans, integers within ±(2<sup>53</sup> − 1) and null.
 * Fractions are refused, since their RFC 8785 form needs ECMAScript's number printing: a fraction travels as a string.
 * Lone surrogates are refused, as the RFC demands.
 *
 * <p>Example: {@code {"b":1,"a":"x\n"}} becomes {@code {"a":"x\n","b":1}}.
 */
public final class CanonicalJson {
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException when the value has no canonical form */
    public static String write(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    /** The UTF-8 bytes of {@link #write}. */
    public static byte[] bytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Long || value instanceof Integer) {
            integer(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof Collection<?> items) {
            array(items);
        } else {
            throw new IllegalArgumentException("no canonical JSON for " + value.getClass());
        }
    }

    private void integer(long number) {
        if (number > MAX_SAFE_INTEGER || number < -MAX_SAFE_INTEGER) {
            throw new IllegalArgumentException("integer beyond 2^53 - 1: " + number);
        }
        out.append(number);
    }

    private void object(Map<?, ?> members) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        members.forEach((key, member) -> sorted.put((String) key, member));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(Collection<?> items) {
        String separator = "[";
        for (Object item : items) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("lone surrogate at index " + i);
                }
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
