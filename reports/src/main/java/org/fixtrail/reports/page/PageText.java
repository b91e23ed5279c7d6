package org.fixtrail.reports.page;

/**
 * Makes any text printable: a character that the pages' fonts lack (Chinese, Japanese, Korean, emoji) or that would
 * change how its neighbours are read (control characters, direction overrides) becomes the replacement character, one
 * each. PDF/A forbids a glyph that is not there; {@code pack.json} has the text unchanged.
 */
final class PageText {
    static final String RULE = "A character that the fonts of these pages do not have is shown as \uFFFD; the attached"
            + " files have it unchanged.";
    private static final int REPLACEMENT = 0xFFFD;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final PageFonts fonts;

    PageText(PageFonts fonts) {
        this.fonts = fonts;
    }

    String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(code -> out.appendCodePoint(shown(code)));
        return out.toString();
    }

    private int shown(int code) {
        if (code == '\n') {
            return code;
        }
        if (code == '\t') {
            return ' ';
        }
        return isPrintable(code) ? code : REPLACEMENT;
    }

    private boolean isPrintable(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> code == ZERO_WIDTH_JOINER || code == ZERO_WIDTH_NON_JOINER;
            default -> Character.isBmpCodePoint(code) && fonts.show(code);
        };
    }
}
