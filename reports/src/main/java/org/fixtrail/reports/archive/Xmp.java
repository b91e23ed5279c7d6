package org.fixtrail.reports.archive;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/**
 * The XMP packet of a PDF/A-3b file (ISO 19005-3, 6.6): part and conformance, title, author, subject, language, times,
 * equal to those of the document information dictionary.
 */
final class Xmp {
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
               <pdfaid:part>3</pdfaid:part>
               <pdfaid:conformance>B</pdfaid:conformance>
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
               <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
               <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
               <dc:language><rdf:Bag><rdf:li>%6$s</rdf:li></rdf:Bag></dc:language>
               <xmp:CreateDate>%4$s</xmp:CreateDate>
               <xmp:ModifyDate>%4$s</xmp:ModifyDate>
               <xmp:CreatorTool>%5$s</xmp:CreatorTool>
               <pdf:Producer>%5$s</pdf:Producer>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>""";

    private Xmp() {}

    static byte[] packet(DocumentFacts facts) {
        return PACKET.formatted(
                        escaped(facts.title()),
                        escaped(facts.author()),
                        escaped(facts.subject()),
                        facts.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        DocumentFacts.PRODUCER,
                        DocumentFacts.LANGUAGE)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> append(out, code));
        return out.toString();
    }

    private static void append(StringBuilder out, int code) {
        switch (code) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(isXml(code) ? code : '\uFFFD');
        }
    }

    /** The characters of XML 1.0, 2.2: all others cannot be written at all, not even escaped. */
    private static boolean isXml(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }
}
