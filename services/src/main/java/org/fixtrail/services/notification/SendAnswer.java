package org.fixtrail.services.notification;

/** What came of handing a notification over, to the mail server or to whom a webhook calls. */
public sealed interface SendAnswer {

    /**
     * It was taken.
     *
     * @param by in words: by whom, or what the other side said
     */
    record Taken(String by) implements SendAnswer {}

    /**
     * The other side refused it, so that it was certainly not taken.
     *
     * @param permanent whether trying again is no use
     * @param reply what the other side said
     */
    record Refused(boolean permanent, String reply) implements SendAnswer {}

    /**
     * The connection broke or timed out.
     *
     * @param mayBeOut whether all of it had been written, so that the other side may have taken it
     */
    record Broken(boolean mayBeOut, String reason) implements SendAnswer {}

    /** No connection came about. */
    record NotReached(String reason) implements SendAnswer {}
}
