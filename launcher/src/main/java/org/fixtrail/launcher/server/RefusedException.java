package org.fixtrail.launcher.server;

/** The application refused what the operator asked for; the message says why, in one line. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
