package org.fixtrail.services.notification;

import java.util.UUID;

/**
 * What is to be told, before it is known to whom.
 *
 * @param kind why, a name that is stable for programs
 * @param subject one line
 */
public record Message(
        String kind, UUID clockId, UUID failureId, UUID systemId, String subject, String text, String html) {}
