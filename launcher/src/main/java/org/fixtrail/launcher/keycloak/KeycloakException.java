package org.fixtrail.launcher.keycloak;

/** Keycloak cannot be fetched, built or started; the message is the one line that the user sees. */
public final class KeycloakException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeycloakException(String message) {
        super(message);
    }

    KeycloakException(String message, Throwable cause) {
        super(message, cause);
    }
}
