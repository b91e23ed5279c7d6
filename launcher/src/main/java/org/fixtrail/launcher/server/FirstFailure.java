package org.fixtrail.launcher.server;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the log for the cause of a failure, since the server tells it nowhere else. The first exception counts: those
 * that follow repeat it as text.
 */
final class FirstFailure extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private volatile @Nullable Throwable first;

    FirstFailure() {
        setLevel(Level.SEVERE);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry) && first == null) {
            first = entry.getThrown();
        }
    }

    /** The innermost cause, in one line. */
    String cause() {
        Throwable cause = first;
        if (cause == null) {
            return "no cause given";
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("");
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
