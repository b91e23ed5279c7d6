package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockKey;
import org.fixtrail.domain.clock.ClockPlan;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.LegalPlan;
import org.fixtrail.domain.clock.PauseHistory;
import org.fixtrail.domain.clock.PlannedClock;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.clock.TargetCase;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.counting.KnownCalendar;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.obligation.RuleBooks;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a failure's clocks in step with what is known of it; for use cases, inside their transaction. Whoever changes a
 * failure's transitions or severity calls {@link #refresh} before the commit.
 */
@ApplicationScoped
public class Clocks {
    private static final String LOCK_FAILURE = """
            select 1 from failure where organisation_id = current_organisation() and id = ?1 for no key update
            """;

    private final EntityManager em;
    private final Ledger ledger;
    private final Targets targets;
    private final Pauses pauses;
    private final LegalCases cases;
    private final RuleBooks rules;
    private final HolidayCalendars calendars;
    private final ClockAlarms alarms;
    private final Clock clock;

    @Inject
    Clocks(
            EntityManager em,
            Ledger ledger,
            Targets targets,
            Pauses pauses,
            LegalCases cases,
            RuleBooks rules,
            HolidayCalendars calendars,
            ClockAlarms alarms,
            Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.targets = targets;
        this.pauses = pauses;
        this.cases = cases;
        this.rules = rules;
        this.calendars = calendars;
        this.alarms = alarms;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Clocks() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Starts, moves and ends the failure's clocks as the facts ask for, records each change, and tells the risk team of what
     * it must know.
     *
     * @param failure with the severity that holds from now on
     * @param timeline with the transitions of this use case in it
     */
    public void refresh(Failure failure, Timeline timeline) {
        lock(failure.id());
        round(List.of(failure.id())).refresh(failure, timeline);
    }

    /** Reads at once what the clocks of some failures depend on, on each of which the use case holds the lock. */
    Round round(Collection<UUID> failureIds) {
        return new Round(failureIds);
    }

    /** The clocks of some failures. */
    final class Round {
        private final TargetBook book = targets.shared();
        private final LegalCases.Records records;
        private final Map<UUID, List<RunningClock>> clocks;
        private final Map<UUID, PauseHistory> histories;
        private @Nullable RuleBook ruleBook;
        private @Nullable String zone;

        private Round(Collection<UUID> failureIds) {
            records = cases.of(failureIds);
            clocks = of(failureIds);
            histories = pauses.of(failureIds);
        }

        void refresh(Failure failure, Timeline timeline) {
            boolean triaged = records.isTriaged(failure.id());
            if (book.isEmpty() && !triaged) {
                return;
            }
            Instant now = Moments.toMicros(Instant.now(clock));
            List<RunningClock> known = clocks.getOrDefault(failure.id(), List.of());
            List<PlannedClock> plans = new ArrayList<>(ofTargets(failure, timeline, known, now));
            if (triaged) {
                legal(failure, timeline, known, now).forEach(plan -> plans.add(plan.warning(book.warnings())));
            }
            for (PlannedClock plan : plans) {
                RunningClock running = known.stream()
                        .filter(candidate -> candidate.key().equals(plan.key()))
                        .findFirst()
                        .orElseGet(() -> begun(failure, plan));
                running.follow(plan, now).forEach(event -> record(failure, running, event));
                if (!em.contains(running)) {
                    em.persist(running);
                }
            }
        }

        private List<PlannedClock> ofTargets(
                Failure failure, Timeline timeline, List<RunningClock> known, Instant now) {
            if (book.isEmpty()) {
                return List.of();
            }
            TargetCase of = new TargetCase(
                    timeline,
                    failure.severity(),
                    failure.systemId(),
                    histories.getOrDefault(failure.id(), PauseHistory.NONE));
            return ClockPlan.of(of, book, ZoneId.of(zone()), known, now);
        }

        private List<PlannedClock> legal(Failure failure, Timeline timeline, List<RunningClock> known, Instant now) {
            RuleBook inUse = ruleBook();
            LegalCase legal = records.of(failure.id(), failure.severity(), timeline, known);
            List<PlannedClock> plans = LegalPlan.of(legal, inUse, Clocks.this::holidays, ZoneId.of(zone()), known, now);
            rules.use(inUse, plans.stream().map(plan -> plan.terms().ruleRow()).collect(Collectors.toSet()));
            return plans;
        }

        private RuleBook ruleBook() {
            RuleBook read = ruleBook == null ? rules.read() : ruleBook;
            ruleBook = read;
            return read;
        }

        private String zone() {
            String read = zone == null ? organisationZone() : zone;
            zone = read;
            return read;
        }

        private RunningClock begun(Failure failure, PlannedClock plan) {
            Jurisdiction place = plan.key().place();
            return new RunningClock(
                    UUID.randomUUID(),
                    failure.organisationId(),
                    failure.id(),
                    failure.systemId(),
                    plan.key(),
                    place == null ? zone() : place.zone().getId());
        }
    }

    /**
     * Whether answers, if they alone held, would take a clock of a cycle away or let it end later.
     *
     * @param timeline of the failure, as it stands
     */
    public boolean loosens(Failure failure, Timeline timeline, int cycle, LegalCase.Demand answers) {
        lock(failure.id());
        List<RunningClock> known = of(failure.id());
        Map<ClockKey, RunningClock> byKey =
                known.stream().collect(Collectors.toMap(RunningClock::key, Function.identity()));
        LegalCase legal = legal(failure, timeline, known).with(cycle, answers);
        return planned(legal, rules.read(), known).stream()
                .anyMatch(plan -> byKey.containsKey(plan.key()) && plan.loosens(byKey.get(plan.key())));
    }

    /** What the clocks of rules would be under another book of rules; nothing is changed. */
    public List<PlannedClock> planned(Failure failure, Timeline timeline, RuleBook book) {
        List<RunningClock> known = of(failure.id());
        return planned(legal(failure, timeline, known), book, known);
    }

    private LegalCase legal(Failure failure, Timeline timeline, List<RunningClock> known) {
        return cases.of(List.of(failure.id())).of(failure.id(), failure.severity(), timeline, known);
    }

    private List<PlannedClock> planned(LegalCase legal, RuleBook book, List<RunningClock> known) {
        return LegalPlan.of(
                legal,
                book,
                this::holidays,
                ZoneId.of(organisationZone()),
                known,
                Moments.toMicros(Instant.now(clock)));
    }

    /** The holidays of a place; none where no calendar is known, so that no deadline comes out too late. */
    public HolidayCalendar holidays(Jurisdiction place) {
        return calendars.find(place.code()).map(KnownCalendar::holidays).orElse(HolidayCalendar.NONE);
    }

    private void record(Failure failure, RunningClock running, ClockEvent event) {
        ledger.append(event);
        alarms.tell(failure, running, event);
    }

    /** The clocks of a failure, by cycle. */
    public List<RunningClock> of(UUID failureId) {
        return of(List.of(failureId)).getOrDefault(failureId, List.of());
    }

    private Map<UUID, List<RunningClock>> of(Collection<UUID> failureIds) {
        return em.createQuery(
                        "select c from RunningClock c where c.failureId in :failures order by c.cycle, c.id",
                        RunningClock.class)
                .setParameter("failures", failureIds)
                .getResultStream()
                .collect(Collectors.groupingBy(RunningClock::failureId));
    }

    /** All who change the clocks of one failure queue up here; a failure that is just being opened is nobody else's yet. */
    public void lock(UUID failureId) {
        em.createNativeQuery(LOCK_FAILURE).setParameter(1, failureId).getResultList();
    }

    /** By which the organisation reads its times. */
    public String organisationZone() {
        return (String) em.createNativeQuery("select zone from organisation where id = current_organisation()")
                .getSingleResult();
    }
}
