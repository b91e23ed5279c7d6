package org.fixtrail.domain.clock;

import static org.fixtrail.domain.failure.Stage.DISMISSED;
import static org.fixtrail.domain.failure.Stage.MERGED;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks an organisation's own targets run on one failure, and where each stands. The rules:
 *
 * <ul>
 *   <li>A target applies to a cycle whose first stage was reached at or after the target's {@code validFrom}, so that years
 *       of imported history do not miss the targets of today. New clocks start in the current cycle only.
 *   <li>A target for one AI system takes the place of the one for all, of the same severity and stages, wherever it applies.
 *   <li>A running clock follows the latest revision of its target and of the working time. Once it is breached or met it keeps
 *       those under which that happened: a target that is loosened or ended, or a severity that is lowered, afterwards takes
 *       no breach away.
 *   <li>Facts do change it: where a stage turns out to have been reached at another time, the clock is judged anew.
 *   <li>A pause of a reason that the target allows stands for as long as it lasts, unless the clock was over when it began.
 *   <li>What is only proposed changes nothing. A dismissed or merged failure owes nothing; an accepted risk, a retirement
 *       or the next cycle ends a clock only when it came within the deadline.
 * </ul>
 */
public final class ClockPlan {
    private final TargetCase failure;
    private final TargetBook targets;
    private final ZoneId home;
    private final Instant now;

    private ClockPlan(TargetCase failure, TargetBook targets, ZoneId home, Instant now) {
        this.failure = failure;
        this.targets = targets;
        this.home = home;
        this.now = now;
    }

    /**
     * @param home the organisation's zone, in which elapsed time is told
     * @param existing the failure's clocks as they stand; those of other obligations than targets are passed over
     * @return what each existing clock should be, and those that should start
     */
    public static List<PlannedClock> of(
            TargetCase failure, TargetBook targets, ZoneId home, Collection<RunningClock> existing, Instant now) {
        ClockPlan plan = new ClockPlan(failure, targets, home, now);
        List<PlannedClock> planned = new ArrayList<>();
        existing.forEach(clock -> plan.next(clock).ifPresent(planned::add));
        targets.inForce(failure.systemId()).stream()
                .filter(target -> existing.stream().noneMatch(clock -> plan.isOf(clock, target)))
                .forEach(target -> plan.begin(target).ifPresent(planned::add));
        return planned;
    }

    private Timeline timeline() {
        return failure.timeline();
    }

    private boolean isOf(RunningClock clock, Target target) {
        return clock.cycle() == timeline().cycle() && target.targetId().equals(clock.targetId());
    }

    private Optional<PlannedClock> begin(Target target) {
        int cycle = timeline().cycle();
        return target.severity() == failure.severity()
                        && inPlaceOf(target, cycle).isEmpty()
                ? start(target, cycle)
                        .map(start -> judge(target, today(), start))
                        .filter(plan -> plan.state() != ClockState.VOID)
                : Optional.empty();
    }

    /** The target for this AI system alone that takes the place of one for all. */
    private Optional<Target> inPlaceOf(Target general, int cycle) {
        return targets.inForce(failure.systemId()).stream()
                .filter(target -> target.isForOneSystemWhat(general))
                .filter(target -> start(target, cycle)
                        .filter(start -> !start.occurredAt().isBefore(target.validFrom()))
                        .isPresent())
                .findFirst();
    }

    private @Nullable HeldTime today() {
        return targets.workingTime().orElse(null);
    }

    private Optional<PlannedClock> next(RunningClock clock) {
        return targets.revision(clock.terms().ruleRow())
                .flatMap(held -> targets.latest(held.targetId()).map(latest -> next(clock, held, latest)));
    }

    private PlannedClock next(RunningClock clock, Target held, Target latest) {
        Optional<TransitionFact> start = start(held, clock.cycle());
        if (start.isEmpty()) {
            return PlannedClock.gone(clock, held.fromStage().label() + " is no longer on record");
        }
        boolean ended = clock.state() == ClockState.VOID;
        PlannedClock underHeld = judge(held, held(clock), start.get());
        if (!ended && underHeld.settled()) {
            return underHeld;
        }
        if (ended && clock.cycle() < timeline().cycle()) {
            return PlannedClock.gone(clock, "an earlier cycle");
        }
        PlannedClock underLatest = judge(latest, today(), start.get());
        if (latest.ended()) {
            return underLatest.voided("the target ended");
        }
        if (latest.severity() != failure.severity()) {
            return underLatest.voided(
                    "the severity is now " + failure.severity().label());
        }
        return inPlaceOf(latest, clock.cycle())
                .map(own -> underLatest.voided("a target of the AI system's own takes its place"))
                .orElse(underLatest);
    }

    /** The working time under which the clock runs. */
    private @Nullable HeldTime held(RunningClock clock) {
        return clock.terms()
                .targetBasis()
                .map(TargetBasis::workingTime)
                .flatMap(targets::workingTime)
                .orElse(null);
    }

    private Optional<TransitionFact> start(Target target, int cycle) {
        return timeline().reached(cycle, target.fromStage());
    }

    private PlannedClock judge(Target target, @Nullable HeldTime working, TransitionFact start) {
        if (Moments.toMicros(start.occurredAt()).isBefore(target.validFrom())) {
            return running(target, working, start, now)
                    .voided("the target applies from " + Moments.text(target.validFrom()) + " on");
        }
        Optional<TransitionFact> reached = timeline().reached(start.cycle(), target.toStage());
        if (reached.isPresent()) {
            Instant at = Moments.toMicros(reached.get().occurredAt());
            return running(target, working, start, at)
                    .met(at, target.toStage().label() + " was reached at " + Moments.text(at));
        }
        Optional<TransitionFact> ending = timeline().ending();
        if (ending.isPresent()) {
            TransitionFact end = ending.get();
            return ended(running(target, working, start, end.occurredAt()), end)
                    .orElseGet(() -> open(target, working, start));
        }
        return nextCycle(start.cycle())
                .flatMap(at -> recurred(running(target, working, start, at), at))
                .orElseGet(() -> open(target, working, start));
    }

    private static Optional<PlannedClock> ended(PlannedClock clock, TransitionFact ending) {
        Stage stage = ending.stage();
        boolean owesNothing = stage == DISMISSED || stage == MERGED;
        if (owesNothing || !ending.occurredAt().isAfter(clock.deadline().legalAt())) {
            String why = "the failure stands at \"" + stage.label() + "\" since " + Moments.text(ending.occurredAt());
            return Optional.of(clock.voided(why, ending.expiresAt().orElse(null)));
        }
        return Optional.empty();
    }

    private static Optional<PlannedClock> recurred(PlannedClock clock, Instant at) {
        return at.isAfter(clock.deadline().legalAt())
                ? Optional.empty()
                : Optional.of(clock.voided("the failure recurred at " + Moments.text(at)));
    }

    private PlannedClock open(Target target, @Nullable HeldTime working, TransitionFact start) {
        Optional<Pause> lasting = failure.pauses().of(start.cycle(), target).stream()
                .filter(pause -> pause.until() == null)
                .findFirst();
        if (lasting.isPresent()) {
            Pause pause = lasting.get();
            PlannedClock before = running(target, working, start, pause.from());
            Instant begin = pause.from().isBefore(start.occurredAt()) ? start.occurredAt() : pause.from();
            return begin.isBefore(before.deadline().legalAt()) ? before.paused(pause) : before.open(now);
        }
        return running(target, working, start, now).open(now);
    }

    private Optional<Instant> nextCycle(int cycle) {
        return timeline().effective().stream()
                .filter(fact -> fact.cycle() > cycle)
                .map(TransitionFact::occurredAt)
                .min(Comparator.naturalOrder());
    }

    /** @param moment up to which pauses are known */
    private PlannedClock running(Target target, @Nullable HeldTime working, TransitionFact start, Instant moment) {
        TargetCount count = TargetCount.of(target, working, failure.pauses().of(start.cycle(), target), home, moment);
        return new PlannedClock(
                ClockKey.ofTarget(start.cycle(), target.targetId()),
                ClockTerms.of(count, start, targets.warnings()),
                ClockState.RUNNING,
                null,
                "",
                null);
    }
}
