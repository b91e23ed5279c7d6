package org.fixtrail.services.notification;

/** No connection to the mail server came about; the message says why. */
public class MailUnreachable extends Exception {
    private static final long serialVersionUID = 1;

    public MailUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
