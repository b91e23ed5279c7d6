package org.fixtrail.launcher.keycloak;

/**
 * Somebody who can sign in from the beginning.
 *
 * @param role as groups name it, {@code ADMINISTRATOR}
 * @param oneTimePassword must be changed at the first sign-in
 */
public record FirstPerson(String email, String role, String oneTimePassword) {
    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "FirstPerson[" + email + "]";
    }
}
