package org.fixtrail.services.access;

/** Nobody is known to be calling. */
public class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotSignedIn() {
        super("Sign in first.");
    }
}
