package org.fixtrail.services.imports;

import org.jspecify.annotations.Nullable;

/** What is done to texts from outside before they are kept. */
final class Text {
    private static final int QUOTED = 60;

    private Text() {}

    /** Why the database or a page could not hold the text, or null if it can. */
    static @Nullable String refusal(String text) {
        if (text.indexOf('\0') >= 0) {
            return "holds a NUL character";
        }
        boolean halved = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return halved ? "holds half of a surrogate pair, which is no character" : null;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text itself, or its beginning and an ellipsis so that it has at most {@code maxLength} code points. */
    static String cut(String text, int maxLength) {
        return length(text) <= maxLength ? text : text.substring(0, text.offsetByCodePoints(0, maxLength - 1)) + "…";
    }

    /** One line without doubled blanks, for names and titles. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The text for a message, in quotes, on one line and not too long. */
    static String quoted(String text) {
        return '"' + cut(oneLine(text.replace('\0', ' ')), QUOTED) + '"';
    }
}
