package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.PeriodicTask;

/** Has the clocks advanced that are due, and risks reopened whose acceptance expired, a few failures in each transaction. */
@ApplicationScoped
public class ClockWatch implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class.getName());
    private static final int MOST = 500;
    private static final int PIECE = 50;
    /** A run ends after so many rounds, so that stopping the server never waits long. */
    private static final int ROUNDS = 20;

    private static final Duration PUT_OFF = Duration.ofMinutes(10);

    private final ClockQueue queue;
    private final AdvanceClocks advance;
    private final Clock clock;

    @Inject
    public ClockWatch(ClockQueue queue, AdvanceClocks advance, Clock clock) {
        this.queue = queue;
        this.advance = advance;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ClockWatch() {
        this(null, null, null);
    }

    @Override
    public String name() {
        return "advance-clocks";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<UUID, List<UUID>> due = queue.due(Instant.now(clock), MOST);
            due.forEach((organisation, failures) ->
                    CallerContext.run(Caller.server(organisation), () -> inPieces(failures)));
            if (due.values().stream().mapToInt(List::size).sum() < MOST) {
                return;
            }
        }
    }

    private void inPieces(List<UUID> failures) {
        for (int from = 0; from < failures.size(); from += PIECE) {
            piece(failures.subList(from, Math.min(from + PIECE, failures.size())));
        }
    }

    private void piece(List<UUID> failures) {
        try {
            advance.advance(failures);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "clocks of " + failures.size() + " failures could not be advanced at once");
            failures.forEach(this::alone);
        }
    }

    /** One failure that cannot be worked on must not hold up the others, nor be forgotten. */
    private void alone(UUID failure) {
        try {
            advance.advance(List.of(failure));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "the clocks of failure " + failure + " could not be advanced");
            advance.putOff(failure, PUT_OFF);
        }
    }
}
