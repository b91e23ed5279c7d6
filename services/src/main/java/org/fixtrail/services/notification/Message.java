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

    /** About nothing in particular, but the organisation. */
    public static Message ofOrganisation(String kind, String subject, String text, String html) {
        return new Message(kind, null, null, null, subject, text, html);
    }
}
