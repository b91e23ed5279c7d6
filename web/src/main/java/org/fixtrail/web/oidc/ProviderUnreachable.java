package org.fixtrail.web.oidc;

/** The identity provider does not answer, or with nothing that can be understood. The message is for the log. */
class ProviderUnreachable extends Exception {
    private static final long serialVersionUID = 1;

    ProviderUnreachable(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
