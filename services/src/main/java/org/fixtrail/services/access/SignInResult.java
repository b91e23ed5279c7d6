package org.fixtrail.services.access;

import java.time.Instant;
import java.util.UUID;

/** The answer to somebody who gives an e-mail address and a password, or a code after it. */
public sealed interface SignInResult {

    /**
     * Who it is stands fixed.
     *
     * @param mustChangePassword it is a one-time password: nothing else may be done before it is changed
     */
    record SignedIn(UUID accountId, boolean mustChangePassword) implements SignInResult {}

    /** The password is right; a code of the second factor must follow. */
    record NeedsCode(UUID accountId) implements SignInResult {}

    /** Unknown address, wrong password or wrong code; which of them is not told. */
    record Rejected() implements SignInResult {}

    /** Too many misses; nothing is tried before the given time, with any password. */
    record LockedUntil(Instant time) implements SignInResult {}
}
