package org.fixtrail.domain.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what {@link CanonicalJson} wrote: maps, lists, strings, longs, booleans and null. Depth is bounded, duplicate
 * members, fractions and trailing text are refused. Input from outside goes through the API's own parser instead.
 */
public final class JsonText {
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is not what {@link CanonicalJson} can have written */
    public static @Nullable Object read(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value(0);
        if (reader.at != text.length()) {
            throw reader.bad("text after the value");
        }
        return value;
    }

    /** Like {@link #read} where an object is expected. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readObject(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    private @Nullable Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw bad("nested too deep");
        }
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        if (taken('}')) {
            return members;
        }
        do {
            String name = string();
            take(':');
            if (members.containsKey(name)) {
                throw bad("member twice: " + name);
            }
            members.put(name, value(depth + 1));
        } while (taken(','));
        take('}');
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        if (taken(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
        } while (taken(','));
        take(']');
        return items;
    }

    private String string() {
        take('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw bad("unknown escape");
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw bad("cut escape");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Long number() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (start == at) {
            throw bad("a value expected");
        }
        return Long.valueOf(text.substring(start, at));
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw bad(word + " expected");
        }
        at += word.length();
        return value;
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("text ends early");
        }
        return text.charAt(at);
    }

    private boolean taken(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void take(char c) {
        if (!taken(c)) {
            throw bad("'" + c + "' expected");
        }
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(what + " at index " + at);
    }
}
