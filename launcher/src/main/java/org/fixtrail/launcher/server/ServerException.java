package org.fixtrail.launcher.server;

/** The server or the application in it did not start; the message says which. */
public final class ServerException extends RuntimeException {
    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
