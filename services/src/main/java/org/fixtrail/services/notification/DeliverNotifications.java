package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.PeriodicTask;
import org.fixtrail.services.notification.NotificationQueue.Due;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due: line first, then the attempt on record, then the mail, then the outcome on record. Only a stop between
 * the end of the mail's data and its outcome can send one twice.
 */
@ApplicationScoped
public class DeliverNotifications implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(DeliverNotifications.class.getName());
    private static final int MOST = 20;

    private final NotificationQueue queue;
    private final TrackDelivery track;
    private final MailSender sender;
    private final Clock clock;

    @Inject
    public DeliverNotifications(NotificationQueue queue, TrackDelivery track, MailSender sender, Clock clock) {
        this.queue = queue;
        this.track = track;
        this.sender = sender;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected DeliverNotifications() {
        this(null, null, null, null);
    }

    @Override
    public String name() {
        return "deliver-notifications";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        List<Due> due = queue.due(Instant.now(clock), MOST);
        if (due.isEmpty()) {
            return;
        }
        if (sender.isConfigured()) {
            deliver(due);
        } else {
            due.forEach(next -> inside(next, () -> track.postpone(next.notificationId())));
        }
    }

    private void deliver(List<Due> due) {
        MailLine line = null;
        try {
            for (Due next : due) {
                line = line == null ? sender.open() : line;
                line = deliver(line, next);
            }
        } catch (MailUnreachable e) {
            LOG.log(Level.WARNING, () -> "the mail server cannot be reached: " + e.getMessage());
            due.forEach(next -> inside(next, () -> track.notConnected(next.notificationId(), reason(e))));
        } finally {
            close(line);
        }
    }

    /** @return the line while it still stands, else null */
    private @Nullable MailLine deliver(MailLine line, Due due) {
        try {
            boolean stands = CallerContext.as(Caller.server(due.organisationId()), () -> send(line, due));
            if (stands) {
                return line;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "notification " + due.notificationId() + " could not be worked on");
        }
        close(line);
        return null;
    }

    private boolean send(MailLine line, Due due) {
        Optional<TrackDelivery.Attempt> attempt = track.begin(due.notificationId());
        if (attempt.isEmpty()) {
            return true;
        }
        SendAnswer answer = line.send(attempt.get().mail());
        track.end(due.notificationId(), attempt.get().number(), answer);
        return answer instanceof SendAnswer.Taken;
    }

    private static void inside(Due due, Runnable work) {
        try {
            CallerContext.run(Caller.server(due.organisationId()), work);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "notification " + due.notificationId() + " could not be worked on");
        }
    }

    private static void close(@Nullable MailLine line) {
        if (line != null) {
            line.close();
        }
    }

    private static String reason(MailUnreachable e) {
        return e.getMessage() == null ? "the mail server cannot be reached" : e.getMessage();
    }
}
