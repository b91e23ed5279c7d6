package org.fixtrail.services.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, before it is known to whom. Clock, failure and AI system are null where it is about none.
 *
 * @param kind why, a name that is stable for programs
 * @param subject one line
 */
public record Message(
        String kind,
        @Nullable UUID clockId,
        @Nullable UUID failureId,
        @Nullable UUID systemId,
        String subject,
        String text,
        String html) {

    /** Of the daily mail that people can end by one click. */
    public static final String DIGEST = "digest";

    /** Said when a clock is at risk; who wants none of these gets none, and they wait for the end of quiet hours. */
    boolean isWarning() {
        return kind.endsWith(".warned");
    }

    /** Said when a deadline was missed; these never wait. */
    boolean isBreach() {
        return kind.endsWith(".breached");
    }

    /** The same with small print at the end. */
    Message with(String note) {
        return new Message(
                kind, clockId, failureId, systemId, subject, text + "\n" + note + "\n", MailPage.noted(html, note));
    }

    /** The same, said to somebody further up. */
    public Message escalated(String note) {
        Message noted = with(note);
        return new Message(kind, clockId, failureId, systemId, "Escalated: " + subject, noted.text, noted.html);
    }

    /** About nothing in particular, but the organisation. */
    public static Message ofOrganisation(String kind, String subject, String text, String html) {
        return new Message(kind, null, null, null, subject, text, html);
    }
}
