package org.fixtrail.reports.attachment;

import org.jspecify.annotations.Nullable;

/**
 * Makes text safe for spreadsheets: a cell that would be read as a formula gets a single quote in front.
 *
 * <p>That is so when it begins with {@code = + - @}, with one of their full-width forms, or with a tab, a carriage
 * return or a line feed (the list of OWASP's page on CSV injection). {@code pack.json} holds the text unchanged.
 */
final class CsvCell {
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCell() {}

    static @Nullable String defused(@Nullable String text) {
        boolean formula = text != null && !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
