package org.fixtrail.services.access;

import org.jspecify.annotations.Nullable;

/**
 * How somebody learns that they were added.
 *
 * @param told what was done, for who did it
 * @param password a one-time password to be passed on by hand, told this once; null if none is needed
 */
public record Welcome(String email, String told, @Nullable String password) {
    /** By the sign-in server. */
    static Welcome of(String email, Invitation invitation) {
        String told = invitation.known()
                ? "The sign-in server knows " + email + " already."
                : "The sign-in server has mailed an invitation to " + email + ".";
        return invitation.oneTimePassword() == null
                ? new Welcome(email, told, null)
                : byHand(email, invitation.oneTimePassword());
    }

    static Welcome byHand(String email, String password) {
        return new Welcome(email, "No mail can be sent: pass the one-time password on.", password);
    }

    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "Welcome[" + told + "]";
    }
}
