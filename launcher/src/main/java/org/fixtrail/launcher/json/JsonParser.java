package org.fixtrail.launcher.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text (RFC 8259) by recursive descent; deep nesting is refused rather than followed. */
final class JsonParser {
    private static final int DEEPEST = 100;
    private static final int HEXADECIMAL = 16;
    private static final int CODE_UNIT_DIGITS = 4;
    private static final char FIRST_PRINTABLE = 0x20;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    @Nullable
    Object document() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw unexpected();
        }
        return value;
    }

    private @Nullable Object value() {
        skipSpace();
        if (at >= text.length() || depth >= DEEPEST) {
            throw unexpected();
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        depth++;
        at++;
        if (!taken('}')) {
            do {
                skipSpace();
                String name = string();
                take(':');
                members.put(name, value());
            } while (taken(','));
            take('}');
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        depth++;
        at++;
        if (!taken(']')) {
            do {
                items.add(value());
            } while (taken(','));
            take(']');
        }
        depth--;
        return items;
    }

    private String string() {
        take('"');
        StringBuilder read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < FIRST_PRINTABLE) {
                throw unexpected();
            }
            read.append(c == '\\' ? escaped() : c);
        }
        take('"');
        return read.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw unexpected();
        };
    }

    private char codeUnit() {
        int end = at + CODE_UNIT_DIGITS;
        if (end > text.length()) {
            throw unexpected();
        }
        int unit = Integer.parseUnsignedInt(text, at, end, HEXADECIMAL);
        at = end;
        return (char) unit;
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return meaning;
    }

    private BigDecimal number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw unexpected();
        }
        at = number.end();
        return new BigDecimal(number.group());
    }

    private void take(char wanted) {
        if (!taken(wanted)) {
            throw unexpected();
        }
    }

    private boolean taken(char wanted) {
        if (wanted != '"') {
            skipSpace();
        }
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not JSON at character " + at);
    }
}
