package org.fixtrail.services.notification;

/** How mails write what people wrote. */
public final class MailText {
    private MailText() {}

    /** No line breaks, other controls, or signs that turn the direction of reading around. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** The text as it stands, as HTML; mail programs make links of addresses. */
    public static String html(String text) {
        return "<pre style=\"font-family: sans-serif; white-space: pre-wrap\">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>";
    }
}
