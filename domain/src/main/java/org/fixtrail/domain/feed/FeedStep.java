package org.fixtrail.domain.feed;

/** What can happen to the secret address of a calendar; kept by name in {@link FeedChange}. */
public enum FeedStep {
    CREATED,
    /** Another secret; the earlier address works no more. */
    RENEWED,
    REVOKED
}
