package org.fixtrail.launcher;

/** Fixtrail cannot be started or stopped; the message is the one line that the user sees and says what to do. */
public final class LaunchException extends RuntimeException {
    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
