package org.fixtrail.services.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.job.PeriodicTask;
import org.jspecify.annotations.Nullable;

/**
 * Compares this node's clock with the database's, and with a clock that nobody can set. Two machines that are wrong by the
 * same time, and stay so, are not noticed: only a time server can tell.
 */
@ApplicationScoped
public class WatchTime implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(WatchTime.class.getName());
    /** An answer that took so long says nothing of the time at which it was given. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(20);

    private final DatabaseTime database;
    private final Clock clock;
    /** Written by one run at a time, read by pages. */
    private volatile Drift known = Drift.NONE;

    private volatile Drift.@Nullable Look last;

    @Inject
    WatchTime(DatabaseTime database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected WatchTime() {
        this(null, null);
    }

    @Override
    public String name() {
        return "watch-time";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        Drift.Look before = look();
        Instant databaseNow = database.now();
        Drift.Look after = look();
        Duration took = Duration.ofNanos(after.nanos() - before.nanos());
        if (took.compareTo(TOO_SLOW) < 0) {
            Instant middle = after.wall().minus(took.dividedBy(2));
            Drift earlier = known;
            Drift drift = earlier.after(last, after, Duration.between(databaseNow, middle));
            known = drift;
            String problem = drift.problem(after.wall()).orElse("");
            if (!problem.isEmpty()
                    && !problem.equals(earlier.problem(after.wall()).orElse(""))) {
                LOG.log(Level.SEVERE, problem);
            }
        }
        last = after;
    }

    /** What is wrong with this node's clock, for people; empty if nothing is known to be. */
    public Optional<String> problem() {
        return known.problem(Instant.now(clock));
    }

    private Drift.Look look() {
        return new Drift.Look(Instant.now(clock), System.nanoTime());
    }
}
