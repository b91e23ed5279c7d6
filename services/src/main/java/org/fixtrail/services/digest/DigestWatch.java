package org.fixtrail.services.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.PeriodicTask;

/** Has the digests written that are due. */
@ApplicationScoped
public class DigestWatch implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(DigestWatch.class.getName());
    private static final int MOST = 200;

    private final DigestQueue queue;
    private final WriteDigest write;
    private final Clock clock;

    @Inject
    DigestWatch(DigestQueue queue, WriteDigest write, Clock clock) {
        this.queue = queue;
        this.write = write;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected DigestWatch() {
        this(null, null, null);
    }

    @Override
    public String name() {
        return "write-digests";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        for (DigestQueue.Due due : queue.due(Instant.now(clock), MOST)) {
            try {
                CallerContext.run(Caller.server(due.organisationId()), () -> write.write(due.personId()));
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "the digest of person " + due.personId() + " could not be written");
            }
        }
    }
}
