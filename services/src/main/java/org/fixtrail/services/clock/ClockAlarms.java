package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.webhook.WebhookEvent;
import org.fixtrail.services.escalation.ClockMessages;
import org.fixtrail.services.escalation.Escalations;
import org.fixtrail.services.notification.Message;
import org.fixtrail.services.notification.Outbox;
import org.fixtrail.services.webhook.Webhooks;

/** Tells the risk team, and programs of the organisation by webhook, what happened to clocks, in the transaction that records it. */
@ApplicationScoped
public class ClockAlarms implements ClockMessages {
    private final EntityManager em;
    private final Outbox outbox;
    private final Escalations escalations;
    private final Webhooks webhooks;
    private final Clock clock;
    private final URI baseUrl;

    @Inject
    public ClockAlarms(
            EntityManager em,
            Outbox outbox,
            Escalations escalations,
            Webhooks webhooks,
            Clock clock,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.outbox = outbox;
        this.escalations = escalations;
        this.webhooks = webhooks;
        this.clock = clock;
        this.baseUrl = URI.create(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected ClockAlarms() {
        this(null, null, null, null, null, "http://localhost");
    }

    void tell(Failure failure, RunningClock of, ClockEvent event) {
        if (event.what() != ClockChange.STARTED) {
            escalations.settle(of);
        }
        ClockNews.of(event).ifPresent(news -> tell(news, failure, of, event));
    }

    private void tell(ClockNews news, Failure failure, RunningClock of, ClockEvent event) {
        ClockNotice notice = notice(failure, of, event);
        Message mail = ClockMail.write(news, notice);
        if (Escalations.goesUp(of, event)) {
            escalations.begin(failure, of, event, mail);
        } else {
            outbox.tellTeam(mail, of.isOfRule(), null);
        }
        WebhookEvent.ofType(mail.kind())
                .ifPresent(what -> webhooks.tell(new Webhooks.News(
                        what,
                        notice.now(),
                        event.clockId(),
                        event.failureId(),
                        event.systemId(),
                        mail.subject(),
                        notice.data())));
    }

    @Override
    public Message write(Failure failure, RunningClock of, ClockEvent event) {
        return ClockMail.write(ClockNews.of(event).orElseThrow(), notice(failure, of, event));
    }

    private ClockNotice notice(Failure failure, RunningClock of, ClockEvent event) {
        AiSystem system = em.find(AiSystem.class, failure.systemId());
        return new ClockNotice(
                event,
                new FailureId(failure.id()),
                failure.title(),
                system == null ? "" : system.name(),
                of.severity().label(),
                of.terms().startLabel(),
                of.metAt(),
                of.place(),
                ZoneId.of(of.zone()),
                Escalations.goesUp(of, event),
                Instant.now(clock),
                baseUrl);
    }
}
