package org.fixtrail.services.job;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every {@link PeriodicTask} of this node from {@link #start} to {@link #stop}. */
@ApplicationScoped
public class Background {
    private static final Logger LOG = Logger.getLogger(Background.class.getName());

    private final Iterable<PeriodicTask> tasks;
    private final Clock clock;
    private final boolean enabled;
    private final List<RunningTask> running = new ArrayList<>();
    private final List<Future<?>> scheduled = new ArrayList<>();

    @Inject
    public Background(
            @Any Instance<PeriodicTask> tasks,
            Clock clock,
            @ConfigProperty(name = "fixtrail.background.enabled", defaultValue = "true") boolean enabled) {
        this((Iterable<PeriodicTask>) tasks, clock, enabled);
    }

    Background(Iterable<PeriodicTask> tasks, Clock clock, boolean enabled) {
        this.tasks = tasks;
        this.clock = clock;
        this.enabled = enabled;
    }

    @SuppressWarnings("NullAway")
    protected Background() {
        this(List.of(), null, false);
    }

    /** Call once the schema is up to date; a second call does nothing. */
    public void start(ManagedScheduledExecutorService executor) {
        schedule(executor);
    }

    synchronized void schedule(ScheduledExecutorService executor) {
        if (!enabled || !scheduled.isEmpty()) {
            LOG.info("background work is switched off on this node, or runs already");
            return;
        }
        for (PeriodicTask task : tasks) {
            RunningTask run = new RunningTask(task, clock);
            running.add(run);
            long millis = run.period().toMillis();
            scheduled.add(executor.scheduleWithFixedDelay(run, millis, millis, TimeUnit.MILLISECONDS));
        }
        LOG.info(() -> "background work runs on this node: " + running.size() + " tasks");
    }

    /** Lets what runs end, and starts nothing more. */
    public synchronized void stop() {
        scheduled.forEach(future -> future.cancel(false));
        scheduled.clear();
        running.clear();
    }

    public synchronized List<TaskReport> reports() {
        return running.stream().map(RunningTask::report).toList();
    }
}
