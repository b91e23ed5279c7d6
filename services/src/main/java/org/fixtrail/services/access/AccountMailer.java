package org.fixtrail.services.access;

import java.util.Optional;

/**
 * Mails that carry a secret: sent at once and kept nowhere, so that nobody reads them in the outbox. Whoever waits for one
 * that got lost asks again.
 */
public interface AccountMailer {
    /** Whether there is a mail server at all. */
    boolean isConfigured();

    /** Answers why the mail server did not take it, or empty if it did. */
    Optional<String> send(String recipient, String subject, String text);
}
