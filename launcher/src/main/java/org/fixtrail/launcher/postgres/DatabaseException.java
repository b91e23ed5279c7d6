package org.fixtrail.launcher.postgres;

/** PostgreSQL could not be started or stopped; the message says in one line why and what to do. */
public final class DatabaseException extends RuntimeException {
    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
