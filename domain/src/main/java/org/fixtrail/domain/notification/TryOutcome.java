package org.fixtrail.domain.notification;

/** What came of one attempt to send a notification; the last two are no attempts but belong to the same trail. */
public enum TryOutcome {
    /** The mail server took it. */
    SENT("Sent"),
    /** The mail server refused it for good. */
    REFUSED("Refused"),
    /** The mail server refused it for now. */
    DEFERRED("Deferred"),
    /** No connection to the mail server came about. */
    NO_CONNECTION("No connection"),
    /** The connection broke before all of the mail was out. */
    BROKEN("Broken off"),
    /** All of the mail was out, and no answer came: it may have arrived. */
    UNCLEAR("Unclear"),
    /** The server stopped during the attempt: it may have arrived. */
    LOST("Lost"),
    /** There was nobody to send it to. */
    UNDELIVERABLE("Nobody to send to"),
    /** Somebody asked for another attempt. */
    RESEND_ASKED("Sending again asked for");

    private final String label;

    TryOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the mail may have arrived although nobody was told so. */
    public boolean mayBeOut() {
        return this == UNCLEAR || this == LOST;
    }
}
