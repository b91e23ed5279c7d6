package org.fixtrail.services.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a mail says, written once and given as text and as HTML that say the same. The HTML loads nothing, has its styles at
 * the elements, since many mail programs drop others, and leaves it to the reader's program whether it is light or dark.
 */
public final class MailPage {
    /** How much it matters, shown as the colour of the upper edge. */
    public enum Tone {
        ALARM("#b3261e"),
        WARNING("#b26a00"),
        CALM("#2f6fb5");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }
    }

    private static final String FONT =
            "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:15px;line-height:1.5";

    /** For programs that know it; the others show it light. */
    private static final String DARK = """
            :root{color-scheme:light dark;supported-color-schemes:light dark}
            @media (prefers-color-scheme:dark){
            .ft-page{background-color:#14181c!important;color:#e6e9ec!important}
            .ft-card{background-color:#1e2429!important;color:#e6e9ec!important;
            border-left-color:#3a434b!important;border-right-color:#3a434b!important;border-bottom-color:#3a434b!important}
            .ft-name,.ft-note{color:#a9b3bc!important}
            .ft-row{border-color:#333b42!important}
            .ft-link{color:#8ab8ee!important}
            .ft-button{background-color:#8ab8ee!important;color:#10151a!important}
            }
            """;

    private static final String END = "</td></tr></table>\n</body>\n</html>\n";

    private final Tone tone;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    private MailPage(Tone tone, String title) {
        this.tone = tone;
        this.title = title;
    }

    public static MailPage of(Tone tone, String title) {
        return new MailPage(tone, title);
    }

    public MailPage paragraph(String text) {
        return with(new Paragraph(text));
    }

    /** Names and values, in order. */
    public MailPage facts(Map<String, String> facts) {
        return with(new Facts(Map.copyOf(facts), List.copyOf(facts.keySet())));
    }

    public MailPage heading(String text) {
        return with(new Heading(text));
    }

    /** One of several things, with where to look at it. */
    public MailPage item(String name, String about, String link) {
        return with(new Item(name, about, link));
    }

    /** What to do next. */
    public MailPage button(String label, String link) {
        return with(new Button(label, link));
    }

    /** Small print. */
    public MailPage note(String text) {
        return with(new Note(text));
    }

    private MailPage with(Block block) {
        blocks.add(block);
        return this;
    }

    public String text() {
        return title + "\n\n" + blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    public String html() {
        String content = blocks.stream().map(Block::html).collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>\n" + DARK + "</style>\n</head>\n"
                + "<body class=\"ft-page\" style=\"margin:0;padding:24px 12px;background-color:#f1f3f5;color:#1c2126;"
                + FONT
                + "\">\n"
                + "<table role=\"presentation\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\""
                + " style=\"width:100%;max-width:600px;margin:0 auto\"><tr>\n"
                + "<td class=\"ft-card\" style=\"padding:24px;background-color:#ffffff;color:#1c2126;border:1px solid #d7dce1;"
                + "border-top:4px solid " + tone.colour + ";border-radius:6px;" + FONT + "\">\n"
                + "<h1 style=\"margin:0 0 16px;font-size:20px;line-height:1.3\">" + escaped(title) + "</h1>\n" + content
                + "\n" + END;
    }

    /** A page that is written already, with small print at its end. */
    static String noted(String html, String note) {
        return html.endsWith(END)
                ? html.substring(0, html.length() - END.length()) + new Note(note).html() + "\n" + END
                : html;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A part of the page; as text it ends with a line break. */
    private sealed interface Block {
        String text();

        String html();
    }

    private record Paragraph(String words) implements Block {
        @Override
        public String text() {
            return words + "\n";
        }

        @Override
        public String html() {
            return "<p style=\"margin:0 0 16px\">" + escaped(words) + "</p>";
        }
    }

    private record Facts(Map<String, String> values, List<String> names) implements Block {
        @Override
        public String text() {
            return names.stream()
                    .map(name -> name + ": " + values.get(name) + "\n")
                    .collect(Collectors.joining());
        }

        @Override
        public String html() {
            return names.stream()
                    .map(this::row)
                    .collect(Collectors.joining(
                            "",
                            "<table cellpadding=\"0\" cellspacing=\"0\" style=\"width:100%;margin:0 0 20px;" + FONT
                                    + "\">\n",
                            "</table>"));
        }

        private String row(String name) {
            String edge = "border-bottom:1px solid #e6eaee;vertical-align:top;text-align:left;";
            return "<tr><th scope=\"row\" class=\"ft-row ft-name\" style=\"" + edge
                    + "padding:6px 12px 6px 0;width:100px;font-weight:normal;color:#5b6670\">" + escaped(name)
                    + "</th><td class=\"ft-row\" style=\"" + edge + "padding:6px 0;overflow-wrap:anywhere\">"
                    + escaped(String.valueOf(values.get(name))) + "</td></tr>\n";
        }
    }

    private record Heading(String words) implements Block {
        @Override
        public String text() {
            return words + "\n" + "-".repeat(words.codePointCount(0, words.length())) + "\n";
        }

        @Override
        public String html() {
            return "<h2 style=\"margin:20px 0 8px;font-size:16px;line-height:1.3\">" + escaped(words) + "</h2>";
        }
    }

    private record Item(String name, String about, String link) implements Block {
        @Override
        public String text() {
            return "- " + name + "\n  " + about + "\n  " + link + "\n";
        }

        @Override
        public String html() {
            return "<p style=\"margin:0 0 12px;overflow-wrap:anywhere\"><a class=\"ft-link\" href=\"" + escaped(link)
                    + "\" style=\"color:#1f5fa8;font-weight:600\">" + escaped(name)
                    + "</a><br><span class=\"ft-name\" style=\"color:#5b6670\">" + escaped(about) + "</span></p>";
        }
    }

    private record Button(String label, String link) implements Block {
        @Override
        public String text() {
            return link + "\n";
        }

        @Override
        public String html() {
            return "<p style=\"margin:0 0 12px\"><a class=\"ft-button\" href=\"" + escaped(link)
                    + "\" style=\"display:inline-block;padding:10px 18px;background-color:#1f5fa8;color:#ffffff;"
                    + "border-radius:4px;text-decoration:none;font-weight:600\">" + escaped(label) + "</a></p>\n"
                    + "<p class=\"ft-note\" style=\"margin:0 0 12px;font-size:13px;color:#5b6670;overflow-wrap:anywhere\">"
                    + escaped(link) + "</p>";
        }
    }

    private record Note(String words) implements Block {
        @Override
        public String text() {
            return words + "\n";
        }

        @Override
        public String html() {
            return "<p class=\"ft-note\" style=\"margin:0 0 8px;font-size:13px;color:#5b6670\">" + escaped(words)
                    + "</p>";
        }
    }
}
