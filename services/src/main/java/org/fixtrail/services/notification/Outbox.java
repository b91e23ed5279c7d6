package org.fixtrail.services.notification;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationDelivery;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.notification.TryOutcome;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Where a use case leaves its mails, in its own transaction: what is not committed is not sent. */
@ApplicationScoped
public class Outbox {
    /** Stands for the person where there is nobody. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final String NOBODY_WANTS =
            "You get this although you chose not to: nobody of the risk team wants mails about missed deadlines.";

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm VV", Locale.ENGLISH);

    private final EntityManager em;
    private final Ledger ledger;
    private final RiskTeam team;
    private final Wishes wishes;
    private final Clock clock;
    private final String host;

    @Inject
    public Outbox(
            EntityManager em,
            Ledger ledger,
            RiskTeam team,
            Wishes wishes,
            Clock clock,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.ledger = ledger;
        this.team = team;
        this.wishes = wishes;
        this.clock = clock;
        this.host = host(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected Outbox() {
        this(null, null, null, null, null, "http://localhost");
    }

    /**
     * The risk team, and of a legal duty the compliance officers, too, since they answer it. Where there is nobody to tell, that
     * is recorded and shown as a failed notification.
     *
     * @param duty whether it is of a legal duty
     * @param told who was told before and is not told again, or null
     */
    public void tellTeam(Message message, boolean duty, @Nullable UUID told) {
        List<Person> members = duty ? team.membersAndOfficers() : team.members();
        List<Person> others =
                members.stream().filter(person -> !person.id().equals(told)).toList();
        if (!others.isEmpty() || members.isEmpty()) {
            tell(others, message);
        }
    }

    /** Whether somebody wants it; what was missed is told to those whom an escalation names whatever they want. */
    public boolean wants(Person person, Message message) {
        return message.isBreach() || wants(wishes.of(person.id()), message);
    }

    /**
     * The last step of an escalation: who was chosen for it, and those who stand in for them.
     *
     * @param chosen those who can be told
     */
    public void tellExecutives(Message message, List<Person> chosen) {
        List<Person> all = team.withSubstitutes(chosen);
        List<Person> told =
                all.stream().filter(person -> wants(person, message)).toList();
        told.forEach(person -> tell(person, message));
        if (all.isEmpty()) {
            tellNobody(message, "None of the executives of the escalation can be told any more.");
        } else if (told.isEmpty()) {
            tellNobody(message, "None of the executives of the escalation wants these mails.");
        }
    }

    /** A moment as mails of the organisation write it. */
    public String words(Instant moment) {
        ZoneId zone = ZoneId.of(
                (String) em.createNativeQuery("select zone from organisation where id = current_organisation()")
                        .getSingleResult());
        return WRITTEN.format(moment.atZone(zone));
    }

    private void tell(List<Person> members, Message message) {
        Map<UUID, MailWishes> wanted =
                wishes.of(members.stream().map(Person::id).toList());
        List<Person> willing = members.stream()
                .filter(person -> wants(requireNonNull(wanted.get(person.id())), message))
                .toList();
        boolean somebodyMustKnow = willing.isEmpty() && message.isBreach();
        List<Person> told = somebodyMustKnow ? members : willing;
        Message said = somebodyMustKnow ? message.with(NOBODY_WANTS) : message;
        told.forEach(person -> tell(person, requireNonNull(wanted.get(person.id())), said));
        if (members.isEmpty()) {
            tellNobody(message, "There is no risk analyst, compliance officer or administrator to send this to.");
        } else if (told.isEmpty()) {
            tellNobody(message, "Nobody of the risk team wants these mails.");
        }
    }

    private static boolean wants(MailWishes wanted, Message message) {
        return message.isBreach() ? wanted.breaches() : !message.isWarning() || wanted.warnings();
    }

    /** A warning waits for the end of the person's quiet hours, and says so. */
    public void tell(Person person, Message message) {
        tell(person, wishes.of(person.id()), message);
    }

    private void tell(Person person, MailWishes wanted, Message message) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now(clock);
        NotificationDelivery delivery =
                NotificationDelivery.ofMail(id, CallerContext.get().organisationId(), now);
        Optional<Instant> end = message.isWarning() ? wanted.quietUntil(now) : Optional.empty();
        end.ifPresent(until -> delivery.postpone("Waits for the end of the quiet hours of who gets it.", until));
        Message told = end.map(until -> message.with("This was written on " + WRITTEN.format(now.atZone(wanted.zone()))
                        + " and waited for the end of your quiet hours."))
                .orElse(message);
        ledger.append(notification(id, told, person.id(), person.email(), messageId(id)));
        em.persist(delivery);
    }

    /**
     * By webhook.
     *
     * @param message its text is what is posted
     */
    public void post(UUID endpointId, URI address, Message message) {
        UUID id = UUID.randomUUID();
        ledger.append(notification(id, message, endpointId, address.toString(), "msg_" + id));
        em.persist(NotificationDelivery.ofWebhook(
                id, CallerContext.get().organisationId(), endpointId, Instant.now(clock)));
    }

    /**
     * Recorded and shown as a failed notification.
     *
     * @param why there is nobody to tell
     */
    public void tellNobody(Message message, String why) {
        UUID id = UUID.randomUUID();
        ledger.append(notification(id, message, NOBODY, "", messageId(id)));
        ledger.append(new NotificationTry(UUID.randomUUID(), id, 0, TryOutcome.UNDELIVERABLE, why));
        NotificationDelivery delivery =
                NotificationDelivery.ofMail(id, CallerContext.get().organisationId(), Instant.now(clock));
        delivery.failed(why, null);
        em.persist(delivery);
    }

    private String messageId(UUID id) {
        return "<" + id + "@" + host + ">";
    }

    private static Notification notification(
            UUID id, Message message, UUID recipientId, String address, String messageId) {
        return new Notification(
                id,
                message.clockId(),
                message.failureId(),
                message.systemId(),
                message.kind(),
                recipientId,
                address,
                message.subject(),
                message.text(),
                message.html(),
                messageId);
    }

    static String host(String baseUrl) {
        String named = URI.create(baseUrl).getHost();
        return named == null ? "localhost" : named;
    }
}
