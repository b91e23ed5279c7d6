package org.fixtrail.services.notification;

/** A connection to a mail server, ready to take mails one after the other. */
public interface MailLine extends AutoCloseable {
    /** After any answer but {@link SendAnswer.Taken} the line must not be used again. */
    SendAnswer send(Mail mail);

    @Override
    void close();
}
