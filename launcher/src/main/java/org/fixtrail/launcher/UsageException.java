package org.fixtrail.launcher;

/** The command line is not understood; the message says where, in one line. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
