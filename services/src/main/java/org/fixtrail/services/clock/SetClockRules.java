package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.HeldTime;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.clock.WarningSetting;
import org.fixtrail.domain.clock.WorkingTimeRevision;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.ledger.Ledger;

/**
 * States when the organisation works, and sets when its clocks warn. Each is an act, the last one holds, and open clocks
 * follow within seconds, in the background.
 */
@ApplicationScoped
@Transactional
public class SetClockRules {
    private final Ledger ledger;
    private final Targets targets;
    private final MovingClocks moving;
    private final HolidayCalendars calendars;
    private final Clock clock;

    @Inject
    SetClockRules(Ledger ledger, Targets targets, MovingClocks moving, HolidayCalendars calendars, Clock clock) {
        this.ledger = ledger;
        this.targets = targets;
        this.moving = moving;
        this.calendars = calendars;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SetClockRules() {
        this(null, null, null, null, null);
    }

    /** Open clocks of targets in working time follow it; those that are breached or met keep the one that they ended in. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<WorkingTime> workingTime(NewWorkingTime wanted) {
        TargetBook book = targets.alone();
        Outcome<WorkingTime> read = checked(book, wanted);
        if (!(read instanceof Outcome.Done<WorkingTime> done) || isToday(book, done.value())) {
            return read;
        }
        ledger.append(new WorkingTimeRevision(UUID.randomUUID(), done.value()));
        targets.lookAgainInWorkingTime(now());
        return read;
    }

    /** What {@link #workingTime} would do to open clocks; nothing is changed. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<Foreseen> foresee(NewWorkingTime wanted) {
        TargetBook book = targets.read();
        Outcome<WorkingTime> read = checked(book, wanted);
        if (read instanceof Outcome.Refused<WorkingTime> refused) {
            return refused.as();
        }
        WorkingTime time = ((Outcome.Done<WorkingTime>) read).value();
        TargetBook proposed = book.with(new HeldTime(UUID.randomUUID(), time));
        return Outcome.done(
                moving.under(proposed, inWorkingTime(book).map(Target::targetId).toList()));
    }

    private Outcome<WorkingTime> checked(TargetBook book, NewWorkingTime wanted) {
        Outcome<WorkingTime> read = wanted.read(calendars);
        if (!(read instanceof Outcome.Done<WorkingTime> done)) {
            return read;
        }
        Optional<HeldTime> proposed = Optional.of(new HeldTime(UUID.randomUUID(), done.value()));
        return inWorkingTime(book)
                .filter(target -> NewTarget.isTooLong(target.terms(), proposed))
                .findFirst()
                .map(target -> Outcome.<WorkingTime>invalid(
                        "days", "would leave more than ten years for \"" + target.words() + "\""))
                .<Outcome<WorkingTime>>map(refused -> refused)
                .orElse(read);
    }

    private static Stream<Target> inWorkingTime(TargetBook book) {
        return book.inForce().stream().filter(target -> target.counting() == TargetCounting.WORKING_TIME);
    }

    private static boolean isToday(TargetBook book, WorkingTime time) {
        return book.workingTime().map(HeldTime::time).filter(time::equals).isPresent();
    }

    /** Every clock, those of laws too, warns at these points from now on. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<WarningPlan> warnings(NewWarnings wanted) {
        TargetBook book = targets.alone();
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        WarningPlan plan = wanted.plan();
        if (!plan.equals(book.warnings())) {
            ledger.append(new WarningSetting(UUID.randomUUID(), plan));
            targets.lookAgainAtWarnings(now());
        }
        return Outcome.done(plan);
    }

    private Instant now() {
        return Moments.toMicros(Instant.now(clock));
    }
}
