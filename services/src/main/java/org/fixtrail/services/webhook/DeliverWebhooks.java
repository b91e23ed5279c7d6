package org.fixtrail.services.webhook;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.PeriodicTask;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.webhook.WebhookQueue.Due;

/**
 * Posts what is due: the attempt on record first, then the message, then the outcome on record. Endpoints are served side by
 * side, and each in order.
 */
@ApplicationScoped
public class DeliverWebhooks implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(DeliverWebhooks.class.getName());
    private static final int MOST = 200;
    private static final int MOST_OF_EACH = 25;

    private final WebhookQueue queue;
    private final TrackWebhooks track;
    private final WebhookSender sender;
    private final Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeliverWebhooks(WebhookQueue queue, TrackWebhooks track, WebhookSender sender, Clock clock) {
        this.queue = queue;
        this.track = track;
        this.sender = sender;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "NullAway.Init"})
    protected DeliverWebhooks() {
        this(null, null, null, null);
    }

    @Override
    public String name() {
        return "deliver-webhooks";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        List<Future<?>> running = new ArrayList<>();
        queue.due(Instant.now(clock), MOST, MOST_OF_EACH).stream()
                .collect(groupingBy(Due::endpointId))
                .values()
                .forEach(due -> running.add(executor.submit(() -> deliver(due))));
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                LOG.log(Level.SEVERE, e, () -> "webhooks could not be worked on");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Stops at the first that is not taken: the others would have the same fate, and take their time for it. */
    private void deliver(List<Due> ofOneEndpoint) {
        for (Due due : ofOneEndpoint) {
            try {
                boolean goOn = CallerContext.as(Caller.server(due.organisationId()), () -> deliver(due));
                if (!goOn) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "message " + due.notificationId() + " could not be worked on");
            }
        }
    }

    private boolean deliver(Due due) {
        Optional<WebhookPost> begun = track.begin(due.notificationId(), due.endpointId());
        if (begun.isEmpty()) {
            return true;
        }
        WebhookPost post = begun.get();
        String obstacle = post.obstacle();
        SendAnswer answer = obstacle == null ? sender.send(post) : new SendAnswer.Refused(true, obstacle);
        track.end(post.notificationId(), post.number(), answer);
        if (obstacle == null && answer instanceof SendAnswer.Refused refused && refused.permanent()) {
            track.gone(post.endpointId());
        }
        return answer instanceof SendAnswer.Taken;
    }
}
