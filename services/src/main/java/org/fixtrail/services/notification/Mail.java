package org.fixtrail.services.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail as it goes out. A repeat has the same parts, so that a mail program can tell that it is one.
 *
 * @param writtenAt when it was queued
 * @param messageId with its angle brackets; the same at each try
 * @param thread the Message-ID that all mails about the same thing answer to, or null
 * @param unsubscribe the address that ends mails of this kind by a POST (RFC 8058), or null
 * @param repeat whether an earlier try may have sent it already
 */
public record Mail(
        String recipient,
        String subject,
        String text,
        String html,
        Instant writtenAt,
        String messageId,
        @Nullable String thread,
        @Nullable String unsubscribe,
        boolean repeat) {}
