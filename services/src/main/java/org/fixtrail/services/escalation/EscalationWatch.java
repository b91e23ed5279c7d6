package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.escalation.EscalationQueue.Due;
import org.fixtrail.services.job.PeriodicTask;

/** Has told what nobody has acknowledged in time, each in a transaction of its own. */
@ApplicationScoped
public class EscalationWatch implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(EscalationWatch.class.getName());
    private static final int MOST = 100;
    /** A run ends after so many rounds, so that stopping the server never waits long. */
    private static final int ROUNDS = 10;

    private static final Duration PUT_OFF = Duration.ofMinutes(10);

    private final EscalationQueue queue;
    private final EscalateClocks escalate;
    private final Clock clock;

    @Inject
    EscalationWatch(EscalationQueue queue, EscalateClocks escalate, Clock clock) {
        this.queue = queue;
        this.escalate = escalate;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected EscalationWatch() {
        this(null, null, null);
    }

    @Override
    public String name() {
        return "escalate-clocks";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Due> due = queue.due(Instant.now(clock), MOST);
            due.forEach(next -> CallerContext.run(Caller.server(next.organisationId()), () -> alone(next)));
            if (due.size() < MOST) {
                return;
            }
        }
    }

    /** One that cannot be worked on must not hold up the others, nor be forgotten. */
    private void alone(Due next) {
        try {
            escalate.escalate(next.escalationId());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "escalation " + next.escalationId() + " could not be worked on");
            escalate.putOff(next.escalationId(), PUT_OFF);
        }
    }
}
