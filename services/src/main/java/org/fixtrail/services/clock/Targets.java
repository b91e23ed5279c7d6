package org.fixtrail.services.clock;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.clock.HeldTime;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.clock.WarningSetting;
import org.fixtrail.domain.clock.WorkingTimeRevision;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.counting.KnownCalendar;

/**
 * Reads targets, the working time and when clocks warn, inside a use case's transaction. Who works with them shares a lock
 * until the commit, and who sets one holds it alone: so no failure slips between a new target and those whose clocks it
 * starts.
 */
@ApplicationScoped
public class Targets {
    private final EntityManager em;
    private final HolidayCalendars calendars;

    @Inject
    public Targets(EntityManager em, HolidayCalendars calendars) {
        this.em = em;
        this.calendars = calendars;
    }

    @SuppressWarnings("NullAway")
    protected Targets() {
        this(null, null);
    }

    TargetBook shared() {
        return locked("select 1 from pg_advisory_xact_lock_shared(hashtextextended(?1, 0))");
    }

    TargetBook alone() {
        return locked("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))");
    }

    TargetBook read() {
        return TargetBook.of(
                em.createQuery("select t from Target t", Target.class).getResultList(), workingTimes(), warnings());
    }

    /** Why these clocks may pause, as their targets have it today. */
    public List<PauseReason> pauseReasons(Collection<RunningClock> clocks) {
        if (clocks.isEmpty()) {
            return List.of();
        }
        Map<UUID, PauseReason> allowed = read().inForce().stream()
                .filter(target -> target.pauseFor() != null)
                .collect(toMap(Target::targetId, target -> requireNonNull(target.pauseFor())));
        return clocks.stream()
                .flatMap(clock -> Optional.ofNullable(clock.targetId()).map(allowed::get).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<HeldTime> workingTimes() {
        return em.createQuery("select t from WorkingTimeRevision t order by t.leaf", WorkingTimeRevision.class)
                .getResultStream()
                .map(revision -> revision.held(this::holidays))
                .toList();
    }

    /** None where the calendar is gone, so that no deadline comes out too late. */
    private HolidayCalendar holidays(String id) {
        return calendars.find(id).map(KnownCalendar::holidays).orElse(HolidayCalendar.NONE);
    }

    private WarningPlan warnings() {
        return em.createQuery("select s from WarningSetting s order by s.leaf desc", WarningSetting.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(WarningSetting::plan)
                .orElse(WarningPlan.DEFAULT);
    }

    private TargetBook locked(String lock) {
        List<?> held = em.createNativeQuery(lock)
                .setParameter(1, "targets of " + CallerContext.get().organisationId())
                .getResultList();
        if (held.isEmpty()) {
            throw new IllegalStateException("the lock on the targets was not taken");
        }
        return read();
    }

    /** Has the clocks looked at again of all open failures of the target's severity, and of those that it runs on. */
    void lookAgain(Target target, Instant now) {
        em.createNativeQuery("""
                insert into clock_refresh (organisation_id, failure_id, due_at)
                select f.organisation_id, f.id, ?1 from failure f
                where f.organisation_id = current_organisation()
                    and (cast(?4 as uuid) is null or f.system_id = cast(?4 as uuid))
                    and (f.status = 'OPEN' and f.severity = ?2 or exists (
                        select 1 from clock c where c.organisation_id = f.organisation_id and c.failure_id = f.id
                            and c.target_id = ?3 and c.state in ('RUNNING', 'PAUSED')))
                on conflict (organisation_id, failure_id) do update set due_at = excluded.due_at
                """)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, target.severity().name())
                .setParameter(3, target.targetId())
                .setParameter(
                        4, target.systemId() == null ? null : target.systemId().toString())
                .executeUpdate();
    }

    /** Has the open clocks looked at again that count in working time. */
    void lookAgainInWorkingTime(Instant now) {
        lookAgain(now, """
                c.state in ('RUNNING', 'PAUSED') and c.target_id in (
                    select t.target_id from target t
                    where t.organisation_id = c.organisation_id and t.counting = 'WORKING_TIME')
                """);
    }

    /** Has all clocks looked at again that may still warn. */
    void lookAgainAtWarnings(Instant now) {
        lookAgain(now, "c.state = 'RUNNING'");
    }

    private void lookAgain(Instant now, String which) {
        em.createNativeQuery("""
                insert into clock_refresh (organisation_id, failure_id, due_at)
                select distinct c.organisation_id, c.failure_id, cast(?1 as timestamptz) from clock c
                where c.organisation_id = current_organisation() and %s
                on conflict (organisation_id, failure_id) do update set due_at = excluded.due_at
                """.formatted(which))
                .setParameter(1, Timestamp.from(now))
                .executeUpdate();
    }
}
