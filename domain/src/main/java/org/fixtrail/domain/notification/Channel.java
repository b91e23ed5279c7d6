package org.fixtrail.domain.notification;

/** The way that a notification takes. */
public enum Channel {
    /** A mail to a person. */
    MAIL("Mail"),
    /** A signed call of an address of the organisation's own. */
    WEBHOOK("Webhook");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
