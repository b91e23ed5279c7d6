package org.fixtrail.services.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.PeriodicTask;

/** Has the refusals of past minutes recorded in every organisation that has some. */
@ApplicationScoped
public class RefusalWatch implements PeriodicTask {
    private final RefusalQueue queue;
    private final RecordRefusals recording;
    private final Clock clock;

    @Inject
    public RefusalWatch(RefusalQueue queue, RecordRefusals recording, Clock clock) {
        this.queue = queue;
        this.recording = recording;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected RefusalWatch() {
        this(null, null, null);
    }

    @Override
    public String name() {
        return "record-refusals";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        Instant minute = Instant.now(clock).truncatedTo(ChronoUnit.MINUTES);
        queue.organisations(minute)
                .forEach(
                        organisation -> CallerContext.run(Caller.server(organisation), () -> recording.record(minute)));
    }
}
