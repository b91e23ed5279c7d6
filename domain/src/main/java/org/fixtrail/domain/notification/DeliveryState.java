package org.fixtrail.domain.notification;

/** Where a notification stands. */
public enum DeliveryState {
    /** Waits for its first or next try. */
    PENDING,
    /** A try is under way, or one had no answer that was recorded: the mail may be out. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** Given up; somebody must look. */
    FAILED
}
