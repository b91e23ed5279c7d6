package org.fixtrail.services.access;

import java.time.Instant;
import java.util.UUID;

/** The answer to somebody who gives an e-mail address and a password. */
public sealed interface SignInResult {

    /**
     * The password is right.
     *
     * @param mustChangePassword it is a one-time password: nothing else may be done before it is changed
     * @param passwordVersion counts the account's passwords; a session holds while it stays the same
     */
    record SignedIn(UUID accountId, boolean mustChangePassword, int passwordVersion) implements SignInResult {}

    /** Unknown address or wrong password; which of them is not told. */
    record Rejected() implements SignInResult {}

    /** Too many misses; nothing is tried before the given time, with any password. */
    record LockedUntil(Instant time) implements SignInResult {}
}
