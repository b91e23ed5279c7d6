package org.fixtrail.reports.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Gives a document that JasperReports wrote as one endless page the size of A4, and a header and a footer that Word repeats on
 * each page, however much people write into it. JasperReports has none: its own are part of the text.
 */
final class WordFrame {
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** A4 in twentieths of a point, with room for header and footer. */
    private static final String SECTION = "<w:sectPr><w:headerReference xmlns:r=\"" + RELATIONS
            + "\" w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference xmlns:r=\"" + RELATIONS
            + "\" w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11900\" w:h=\"16840\"/>"
            + "<w:pgMar w:top=\"1700\" w:right=\"960\" w:bottom=\"1200\" w:left=\"960\" w:header=\"560\" w:footer=\"480\""
            + " w:gutter=\"0\"/></w:sectPr>";

    private static final Pattern OLD_SECTION = Pattern.compile("(?s)<w:sectPr>.*?</w:sectPr>");

    private final Map<String, String> ends;
    private final Map<String, String> added;

    private WordFrame(String header, String footer) {
        ends = Map.of(
                "[Content_Types].xml",
                "<Override PartName=\"/word/header1.xml\" ContentType=\"" + TYPE + "header+xml\"/>"
                        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + TYPE + "footer+xml\"/></Types>",
                "word/_rels/document.xml.rels",
                "<Relationship Id=\"rIdHeader\" Type=\"" + RELATIONS + "/header\" Target=\"header1.xml\"/>"
                        + "<Relationship Id=\"rIdFooter\" Type=\"" + RELATIONS
                        + "/footer\" Target=\"footer1.xml\"/></Relationships>");
        added = Map.of(
                "word/header1.xml", part("hdr", run(header, "<w:b/><w:color w:val=\"8A1C1C\"/><w:sz w:val=\"15\"/>")),
                "word/footer1.xml",
                        part(
                                "ftr",
                                run(footer + " Page ", "<w:sz w:val=\"13\"/>") + "<w:fldSimple w:instr=\"PAGE\"/>"));
    }

    /**
     * @param header stands on each page, in red
     * @param footer stands on each page, before its number
     */
    static byte[] around(byte[] docx, String header, String footer) {
        try {
            return new WordFrame(header, footer).write(docx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write(byte[] docx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                put(to, entry.getName(), changed(entry.getName(), from.readAllBytes()));
            }
            for (Map.Entry<String, String> part : added.entrySet()) {
                put(to, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream to, String name, byte[] content) throws IOException {
        to.putNextEntry(new ZipEntry(name));
        to.write(content);
        to.closeEntry();
    }

    private byte[] changed(String name, byte[] content) {
        String end = ends.get(name);
        if (end == null && !name.equals("word/document.xml")) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        String other = end == null
                ? OLD_SECTION.matcher(text).replaceAll(Matcher.quoteReplacement(SECTION))
                : text.replaceFirst("</\\w+>\\s*$", Matcher.quoteReplacement(end));
        if (other.equals(text)) {
            throw new IllegalStateException(name + " is not as JasperReports used to write it");
        }
        return other.getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String element, String runs) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:" + element + " xmlns:w=\"" + MAIN
                + "\"><w:p>" + runs + "</w:p></w:" + element + ">";
    }

    private static String run(String text, String style) {
        return "<w:r><w:rPr>" + style + "</w:rPr><w:t xml:space=\"preserve\">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</w:t></w:r>";
    }
}
