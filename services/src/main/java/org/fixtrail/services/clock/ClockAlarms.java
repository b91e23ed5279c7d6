package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.notification.Outbox;

/** Tells the risk team of warnings and breaches, in the transaction that records them. */
@ApplicationScoped
public class ClockAlarms {
    private final EntityManager em;
    private final Outbox outbox;
    private final Clock clock;
    private final URI baseUrl;

    @Inject
    public ClockAlarms(
            EntityManager em, Outbox outbox, Clock clock, @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.outbox = outbox;
        this.clock = clock;
        this.baseUrl = URI.create(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected ClockAlarms() {
        this(null, null, null, "http://localhost");
    }

    void tell(Failure failure, RunningClock of, ClockEvent event) {
        AiSystem system = em.find(AiSystem.class, failure.systemId());
        outbox.tellRiskTeam(ClockMail.write(new ClockNotice(
                event,
                new FailureId(failure.id()),
                failure.title(),
                system == null ? "" : system.name(),
                of.severity().label(),
                of.terms().startLabel(),
                of.metAt(),
                ZoneId.of(of.zone()),
                Instant.now(clock),
                baseUrl)));
    }
}
