package org.fixtrail.services.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.CallerContext;

/** Runs one task, never twice at a time on this node, and keeps count. */
final class RunningTask implements Runnable {
    private static final Logger LOG = Logger.getLogger(RunningTask.class.getName());

    private final PeriodicTask task;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile TaskReport report;

    RunningTask(PeriodicTask task, Clock clock) {
        this.task = task;
        this.clock = clock;
        this.report = new TaskReport(task.name(), 0, 0, null, 0, null, null);
    }

    /** Throws nothing: a scheduler drops a task that does. */
    @Override
    @SuppressWarnings("CatchAndPrintStackTrace")
    public void run() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Instant began = Instant.now(clock);
        try {
            task.run();
            ran(began);
        } catch (Throwable thrown) {
            failed(began, thrown);
        } finally {
            CallerContext.leave();
            busy.set(false);
        }
    }

    private void ran(Instant began) {
        TaskReport last = report;
        report = new TaskReport(
                last.name(), last.runs() + 1, last.errors(), began, since(began), last.lastErrorAt(), last.lastError());
    }

    private void failed(Instant began, Throwable thrown) {
        LOG.log(Level.SEVERE, thrown, () -> "the periodic task " + task.name() + " failed; it will run again");
        TaskReport last = report;
        report = new TaskReport(
                last.name(), last.runs() + 1, last.errors() + 1, began, since(began), began, thrown.toString());
    }

    private long since(Instant began) {
        return Duration.between(began, Instant.now(clock)).toMillis();
    }

    Duration period() {
        return task.period();
    }

    TaskReport report() {
        return report;
    }
}
