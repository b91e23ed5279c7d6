package org.fixtrail.services.notification;

/**
 * The way to the mail server, in two steps: the line stands first, then the attempt is committed, then the mail goes out. So
 * an attempt on record always means that data may have flowed, and a server that is away leaves no doubt about any mail.
 */
public interface MailSender {
    /** Whether there is a mail server at all. */
    boolean isConfigured();

    /** @throws MailUnreachable when no line comes about, for whatever reason */
    MailLine open() throws MailUnreachable;
}
