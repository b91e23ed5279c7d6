package org.fixtrail.services.access;

/** The answer to somebody who shows the secret of a key. */
public sealed interface KeyResult {
    /** How the secrets of our own keys begin. */
    String PREFIX = "fxt_";

    /** It works; this is who calls by it. */
    record Known(Caller caller) implements KeyResult {}

    /** @param reason why not, for whoever holds the secret */
    record Rejected(String reason) implements KeyResult {}
}
