package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationDelivery;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.notification.TryOutcome;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.ledger.Ledger;

/** Where a use case leaves its mails, in its own transaction: what is not committed is not sent. */
@ApplicationScoped
public class Outbox {
    /** Stands for the person where there is nobody. */
    static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager em;
    private final Ledger ledger;
    private final RiskTeam team;
    private final Clock clock;
    private final String host;

    @Inject
    public Outbox(
            EntityManager em,
            Ledger ledger,
            RiskTeam team,
            Clock clock,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.ledger = ledger;
        this.team = team;
        this.clock = clock;
        this.host = host(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected Outbox() {
        this(null, null, null, null, "http://localhost");
    }

    /** Where there is nobody to tell, that is recorded and shown as a failed notification. */
    public void tellRiskTeam(Message message) {
        List<Person> members = team.members();
        members.forEach(person -> tell(person, message));
        if (members.isEmpty()) {
            tellNobody(message, "There is no risk analyst, compliance officer or administrator to send this to.");
        }
    }

    public void tell(Person person, Message message) {
        Notification notification = notification(message, person.id(), person.email());
        ledger.append(notification);
        em.persist(new NotificationDelivery(
                notification.id(), CallerContext.get().organisationId(), DeliveryState.PENDING, Instant.now(clock)));
    }

    /**
     * Recorded and shown as a failed notification.
     *
     * @param why there is nobody to tell
     */
    public void tellNobody(Message message, String why) {
        Notification notification = notification(message, NOBODY, "");
        ledger.append(notification);
        ledger.append(new NotificationTry(UUID.randomUUID(), notification.id(), 0, TryOutcome.UNDELIVERABLE, why));
        NotificationDelivery delivery = new NotificationDelivery(
                notification.id(), CallerContext.get().organisationId(), DeliveryState.FAILED, null);
        delivery.failed(why, null);
        em.persist(delivery);
    }

    private Notification notification(Message message, UUID personId, String address) {
        UUID id = UUID.randomUUID();
        return new Notification(
                id,
                message.clockId(),
                message.failureId(),
                message.systemId(),
                message.kind(),
                personId,
                address,
                message.subject(),
                message.text(),
                message.html(),
                "<" + id + "@" + host + ">");
    }

    static String host(String baseUrl) {
        String named = URI.create(baseUrl).getHost();
        return named == null ? "localhost" : named;
    }
}
