package org.fixtrail.services.keywarning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.PeriodicTask;

/** Has warnings written in every organisation with keys that end soon. */
@ApplicationScoped
public class KeyWarningWatch implements PeriodicTask {
    private final KeyWarningQueue queue;
    private final WarnOfKeys warning;
    private final Clock clock;

    @Inject
    public KeyWarningWatch(KeyWarningQueue queue, WarnOfKeys warning, Clock clock) {
        this.queue = queue;
        this.warning = warning;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected KeyWarningWatch() {
        this(null, null, null);
    }

    @Override
    public String name() {
        return "warn-of-keys";
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = Instant.now(clock);
        queue.organisations(now)
                .forEach(organisation -> CallerContext.run(Caller.server(organisation), () -> warning.warn(now)));
    }
}
