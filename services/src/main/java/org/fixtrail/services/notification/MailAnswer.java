package org.fixtrail.services.notification;

/** What came of handing a mail to the mail server. */
public sealed interface MailAnswer {

    /** The server took it. */
    record Taken(String by) implements MailAnswer {}

    /**
     * The server refused it, so that it is certainly not out.
     *
     * @param permanent whether trying again is no use
     * @param reply what the server said
     */
    record Refused(boolean permanent, String reply) implements MailAnswer {}

    /**
     * The connection broke or timed out.
     *
     * @param mayBeOut whether all of the mail had been written, so that the server may have taken it
     */
    record Broken(boolean mayBeOut, String reason) implements MailAnswer {}
}
