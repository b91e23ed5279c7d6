package org.fixtrail.services.paging;

import java.util.Locale;

/** Finds words within a text, in any case, by {@code like}. */
public final class Containing {
    public static final char ESCAPE = '\\';

    private Containing() {}

    /** For a text in lower case; what would mean something in a pattern stands for itself. */
    public static String pattern(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + plain + "%";
    }
}
