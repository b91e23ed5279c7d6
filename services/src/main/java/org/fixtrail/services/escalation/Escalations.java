package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.escalation.Escalation;
import org.fixtrail.domain.escalation.EscalationEnd;
import org.fixtrail.domain.escalation.EscalationPlan;
import org.fixtrail.domain.escalation.EscalationStep;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.notification.Message;
import org.fixtrail.services.notification.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of warnings and misses, one step after the other, in the transaction that records them: what is not committed is
 * not told, and what is told is told once.
 */
@ApplicationScoped
public class Escalations {
    private static final Set<ClockChange> GOES_UP =
            EnumSet.of(ClockChange.WARNED, ClockChange.OVERDUE, ClockChange.BREACHED);

    private final EntityManager em;
    private final EscalationPlans plans;
    private final EscalationPeople people;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Escalations(EntityManager em, EscalationPlans plans, EscalationPeople people, Outbox outbox, Clock clock) {
        this.em = em;
        this.plans = plans;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Escalations() {
        this(null, null, null, null, null);
    }

    /** Whether what happened to a clock waits for somebody to acknowledge it: not if it is no longer so. */
    public static boolean goesUp(RunningClock of, ClockEvent event) {
        return GOES_UP.contains(event.what()) && event.what() == standing(of);
    }

    /** What a clock, as it stands, must be known for; null for nothing. */
    private static @Nullable ClockChange standing(RunningClock of) {
        return switch (of.state()) {
            case RUNNING -> of.warned() ? ClockChange.WARNED : null;
            case OVERDUE_STRICT -> ClockChange.OVERDUE;
            case BREACHED -> ClockChange.BREACHED;
            default -> null;
        };
    }

    /** Ends what goes up and is no longer so. For each thing that happens to a clock, before it is told. */
    public void settle(RunningClock of) {
        ClockChange stands = standing(of);
        open(of.id()).stream()
                .filter(each -> each.news() != stands)
                .forEach(each -> each.end(stands == null ? EscalationEnd.OVER : EscalationEnd.SUPERSEDED));
    }

    /** Tells the first step, and those that come at once with it. */
    public void begin(Failure failure, RunningClock of, ClockEvent event, Message mail) {
        open(of.id()).forEach(each -> each.end(EscalationEnd.SUPERSEDED));
        Optional<Person> owner = people.owner(failure).filter(person -> outbox.wants(person, mail));
        UUID ownerId = owner.map(Person::id).orElse(null);
        Instant now = Moments.toMicros(Instant.now(clock));
        Escalation begun = new Escalation(CallerContext.get().organisationId(), event, ownerId, now);
        em.persist(begun);
        if (owner.isPresent()) {
            outbox.tell(owner.get(), mail);
        } else {
            outbox.tellTeam(mail, of.isOfRule(), null);
        }
        goOn(begun, of, mail);
    }

    /** The next step, since nobody has acknowledged it in time, and those that come at once with it. */
    void climb(Escalation due, RunningClock of, Message mail) {
        EscalationPlan plan = plans.inForce();
        Optional<EscalationStep> next = due.step().next().filter(step -> isThere(step, plan));
        if (next.isEmpty()) {
            due.waitUntil(null);
            return;
        }
        Message escalated = mail.escalated(
                "This was escalated to you: nobody has acknowledged it since " + outbox.words(due.since()) + ".");
        reach(due, next.get(), of, escalated, plan);
        goOn(due, of, escalated);
    }

    private void goOn(Escalation going, RunningClock of, Message mail) {
        EscalationPlan plan = plans.inForce();
        Optional<EscalationStep> next = going.step().next();
        while (next.isPresent()) {
            Duration wait = plan.before(next.get(), going.news());
            if (!wait.isZero()) {
                going.waitUntil(Moments.toMicros(Instant.now(clock)).plus(wait));
                return;
            }
            if (isThere(next.get(), plan)) {
                reach(going, next.get(), of, mail, plan);
                next = going.step().next();
            } else {
                next = Optional.empty();
            }
        }
        going.waitUntil(null);
    }

    private static boolean isThere(EscalationStep step, EscalationPlan plan) {
        return step != EscalationStep.EXECUTIVE || !plan.executives().isEmpty();
    }

    private void reach(Escalation going, EscalationStep step, RunningClock of, Message mail, EscalationPlan plan) {
        going.reach(step);
        if (step == EscalationStep.TEAM) {
            outbox.tellTeam(mail, of.isOfRule(), going.ownerId());
        } else {
            outbox.tellExecutives(mail, people.reachable(plan.executives()));
        }
    }

    /** What of a clock waits for an acknowledgement, held until the commit. */
    List<Escalation> open(UUID clockId) {
        return em.createQuery(
                        "select e from Escalation e where e.clockId = :clock and e.ended is null", Escalation.class)
                .setParameter("clock", clockId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
