package org.fixtrail.domain.clock;

import static org.fixtrail.domain.failure.Stage.DISMISSED;
import static org.fixtrail.domain.failure.Stage.MERGED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;

/**
 * Which clocks an organisation's own targets run on one failure, and where each stands. The rules:
 *
 * <ul>
 *   <li>A target applies to a cycle whose first stage was reached at or after the target's {@code validFrom}, so that years
 *       of imported history do not miss the targets of today. New clocks start in the current cycle only.
 *   <li>A running clock follows the latest revision of its target. Once it is breached or met it keeps the revision under
 *       which that happened: a target that is loosened or ended, or a severity that is lowered, afterwards takes no breach
 *       away.
 *   <li>Facts do change it: where a stage turns out to have been reached at another time, the clock is judged anew.
 *   <li>What is only proposed changes nothing. A dismissed or merged failure owes nothing; an accepted risk, a retirement
 *       or the next cycle ends a clock only when it came within the deadline.
 * </ul>
 */
public final class ClockPlan {
    private final Timeline timeline;
    private final Severity severity;
    private final TargetBook targets;
    private final Instant now;

    private ClockPlan(Timeline timeline, Severity severity, TargetBook targets, Instant now) {
        this.timeline = timeline;
        this.severity = severity;
        this.targets = targets;
        this.now = now;
    }

    /**
     * @param severity the failure's, now
     * @param existing the failure's clocks as they stand; those of other obligations than targets are passed over
     * @return what each existing clock should be, and those that should start
     */
    public static List<PlannedClock> of(
            Timeline timeline, Severity severity, TargetBook targets, Collection<RunningClock> existing, Instant now) {
        ClockPlan plan = new ClockPlan(timeline, severity, targets, now);
        List<PlannedClock> planned = new ArrayList<>();
        existing.forEach(clock -> plan.next(clock).ifPresent(planned::add));
        targets.inForce().stream()
                .filter(target -> existing.stream().noneMatch(clock -> plan.isOf(clock, target)))
                .forEach(target -> plan.begin(target).ifPresent(planned::add));
        return planned;
    }

    private boolean isOf(RunningClock clock, Target target) {
        return clock.cycle() == timeline.cycle() && target.targetId().equals(clock.targetId());
    }

    private Optional<PlannedClock> begin(Target target) {
        return target.severity() == severity
                ? start(target, timeline.cycle())
                        .map(start -> judge(target, start))
                        .filter(plan -> plan.state() != ClockState.VOID)
                : Optional.empty();
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
        PlannedClock underHeld = judge(held, start.get());
        if (!ended && underHeld.settled()) {
            return underHeld;
        }
        if (ended && clock.cycle() < timeline.cycle()) {
            return PlannedClock.gone(clock, "an earlier cycle");
        }
        PlannedClock underLatest = judge(latest, start.get());
        if (latest.ended()) {
            return underLatest.voided("the target ended");
        }
        return latest.severity() == severity
                ? underLatest
                : underLatest.voided("the severity is now " + severity.label());
    }

    private Optional<TransitionFact> start(Target target, int cycle) {
        return timeline.reached(cycle, target.fromStage());
    }

    private PlannedClock judge(Target target, TransitionFact start) {
        PlannedClock clock = running(target, start);
        if (clock.deadline().startedAt().isBefore(target.validFrom())) {
            return clock.voided("the target applies from " + Moments.text(target.validFrom()) + " on");
        }
        Optional<TransitionFact> reached = timeline.reached(start.cycle(), target.toStage());
        if (reached.isPresent()) {
            Instant at = Moments.toMicros(reached.get().occurredAt());
            return clock.met(at, target.toStage().label() + " was reached at " + Moments.text(at));
        }
        Optional<TransitionFact> ending = timeline.ending();
        if (ending.isPresent()) {
            return ended(clock, ending.get());
        }
        return nextCycle(start.cycle())
                .filter(at -> !at.isAfter(clock.deadline().legalAt()))
                .map(at -> clock.voided("the failure recurred at " + Moments.text(at)))
                .orElseGet(() -> clock.open(now));
    }

    private PlannedClock ended(PlannedClock clock, TransitionFact ending) {
        Stage stage = ending.stage();
        boolean owesNothing = stage == DISMISSED || stage == MERGED;
        if (owesNothing || !ending.occurredAt().isAfter(clock.deadline().legalAt())) {
            String why = "the failure stands at \"" + stage.label() + "\" since " + Moments.text(ending.occurredAt());
            return clock.voided(why, ending.expiresAt().orElse(null));
        }
        return clock.open(now);
    }

    private Optional<Instant> nextCycle(int cycle) {
        return timeline.effective().stream()
                .filter(fact -> fact.cycle() > cycle)
                .map(TransitionFact::occurredAt)
                .min(Comparator.naturalOrder());
    }

    private static PlannedClock running(Target target, TransitionFact start) {
        return new PlannedClock(
                ClockKey.ofTarget(start.cycle(), target.targetId()),
                ClockTerms.of(target, start),
                ClockState.RUNNING,
                null,
                "",
                null);
    }
}
