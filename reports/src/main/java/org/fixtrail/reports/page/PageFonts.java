package org.fixtrail.reports.page;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The fonts of the pages, the same files that end up in the PDF. */
final class PageFonts {
    static final String FAMILY = "DejaVu Sans";
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final Font plain = load("DejaVuSans.ttf");
    private final List<Font> all = List.of(plain, load("DejaVuSans-Bold.ttf"));

    /** Whether text in plain and in bold can show this character. */
    boolean show(int codePoint) {
        return all.stream().allMatch(font -> font.canDisplay(codePoint));
    }

    private static Font load(String file) {
        try (InputStream in = PageFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + file + " is damaged", e);
        }
    }
}
