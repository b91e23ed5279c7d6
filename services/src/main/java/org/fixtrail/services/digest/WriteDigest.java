package org.fixtrail.services.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.digest.Digest.Line;
import org.fixtrail.services.notification.Outbox;
import org.fixtrail.services.notification.Wishes;

/**
 * Writes the digest of one person, in the same transaction as the note of when the next one is due: once, whatever happens and
 * however many nodes there are.
 */
@ApplicationScoped
@Transactional
public class WriteDigest {
    private static final String TAKE = """
            select coalesce(last_at, due_at - interval '1 day') from digest_plan
            where organisation_id = current_organisation() and person_id = ?1 and due_at <= ?2
            for update skip locked
            """;

    private static final String PLAN = """
            update digest_plan set last_at = ?2, due_at = cast(?3 as timestamptz)
            where organisation_id = current_organisation() and person_id = ?1
            """;

    private static final Set<ClockState> RUNNING = Set.of(ClockState.RUNNING, ClockState.OVERDUE_STRICT);
    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final EntityManager em;
    private final Wishes wishes;
    private final Outbox outbox;
    private final Clock clock;
    private final URI baseUrl;

    @Inject
    WriteDigest(
            EntityManager em,
            Wishes wishes,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.em = em;
        this.wishes = wishes;
        this.outbox = outbox;
        this.clock = clock;
        this.baseUrl = URI.create(baseUrl);
    }

    @SuppressWarnings("NullAway")
    protected WriteDigest() {
        this(null, null, null, null, "http://localhost");
    }

    /** Nothing happens if it is not due any more, nothing is to be said, or the person may not see it. */
    @Requires(Permission.OPERATE)
    public void write(UUID personId) {
        Instant now = Instant.now(clock);
        List<?> taken = em.createNativeQuery(TAKE)
                .setParameter(1, personId)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        if (taken.isEmpty()) {
            return;
        }
        MailWishes wanted = wishes.of(personId);
        Person person = em.find(Person.class, personId);
        if (person != null && wanted.digestHour() != null && maySee(person)) {
            Instant last = ((Timestamp) taken.get(0)).toInstant();
            Instant since = last.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : last;
            Digest digest = digest(since, now, wanted.zone());
            if (!digest.isEmpty()) {
                outbox.tell(person, digest.write());
            }
        }
        em.createNativeQuery(PLAN)
                .setParameter(1, personId)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, wanted.digestAfter(now).map(Timestamp::from).orElse(null))
                .executeUpdate();
    }

    private static boolean maySee(Person person) {
        return !person.disabled()
                && person.joinedAt() != null
                && !person.email().isEmpty()
                && person.roleSet().stream().anyMatch(role -> role.permissions().contains(Permission.VIEW_RECORD));
    }

    private Digest digest(Instant since, Instant now, ZoneId zone) {
        List<Line> missed = em.createQuery(
                        "select e, f, s from ClockEvent e, Failure f, AiSystem s where f.id = e.failureId"
                                + " and s.id = e.systemId and e.what = :breached and e.recordedAt > :since"
                                + " and e.recordedAt <= :now order by e.leaf desc",
                        Object[].class)
                .setParameter("breached", ClockChange.BREACHED)
                .setParameter("since", since)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> missed((ClockEvent) row[0], (Failure) row[1], (AiSystem) row[2]))
                .toList();
        List<Line> running = em.createQuery(
                        "select c, f, s from RunningClock c, Failure f, AiSystem s where f.id = c.failureId"
                                + " and s.id = f.systemId and c.state in :running order by c.terms.strictAt, c.id",
                        Object[].class)
                .setParameter("running", RUNNING)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> running((RunningClock) row[0], (Failure) row[1], (AiSystem) row[2]))
                .toList();
        long all = em.createQuery("select count(c) from RunningClock c where c.state in :running", Long.class)
                .setParameter("running", RUNNING)
                .getSingleResult();
        return new Digest(missed, running, all - running.size(), zone, baseUrl);
    }

    private static Line missed(ClockEvent event, Failure failure, AiSystem system) {
        return new Line(
                new FailureId(failure.id()), failure.title(), system.name(), event.obligation(), event.legalAt());
    }

    private static Line running(RunningClock clock, Failure failure, AiSystem system) {
        return new Line(
                new FailureId(failure.id()),
                failure.title(),
                system.name(),
                clock.terms().obligation(),
                clock.terms().deadline().strictAt());
    }
}
