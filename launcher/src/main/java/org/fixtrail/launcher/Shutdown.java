package org.fixtrail.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends what was started, last first, however the process is told to end.
 *
 * <p>A part is started and noted under one lock, so that a signal in between waits and then finds it: no PostgreSQL is
 * left behind by a Ctrl-C in the wrong moment.
 */
final class Shutdown {
    private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());
    private static final long LIMIT_MILLIS = 90_000;

    private final Deque<Part> parts = new ArrayDeque<>();
    private final Console console;
    private boolean closing;

    private record Part(String name, AutoCloseable closeable) {}

    Shutdown(Console console) {
        this.console = console;
    }

    void onExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "fixtrail-shutdown"));
    }

    /** Starts a part and remembers how to stop it; nothing is started once the end has begun. */
    synchronized <T extends AutoCloseable> T start(String name, Supplier<T> starter) {
        if (closing) {
            throw new LaunchException("told to stop");
        }
        T part = starter.get();
        parts.push(new Part(name, part));
        return part;
    }

    /** Remembers how to stop what takes long to start and can be stopped while it does. */
    synchronized void remember(String name, AutoCloseable part) {
        start(name, () -> part);
    }

    synchronized void closeAll() {
        closing = true;
        boolean anything = !parts.isEmpty();
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
        if (anything) {
            console.step("stopped");
        }
    }

    /** One part that hangs must not keep the next from being stopped. */
    private void close(Part part) {
        if (!part.name().isEmpty()) {
            console.step("stopping " + part.name());
        }
        Thread closer = new Thread(() -> closeQuietly(part), "fixtrail-stop");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(LIMIT_MILLIS);
            if (closer.isAlive()) {
                console.error(part.name() + " does not stop; going on without it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeQuietly(Part part) {
        try {
            part.closeable().close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, e, () -> "while stopping " + part.name());
            console.error(part.name() + " did not stop cleanly: " + e.getMessage());
        }
    }
}
