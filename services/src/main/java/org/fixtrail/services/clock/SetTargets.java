package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/**
 * Adds, changes and ends the organisation's own targets. Each step is a new revision; the clocks of failures that it touches
 * follow within seconds, in the background.
 */
@ApplicationScoped
@Transactional
public class SetTargets {
    private final Ledger ledger;
    private final Targets targets;
    private final Clock clock;

    @Inject
    public SetTargets(Ledger ledger, Targets targets, Clock clock) {
        this.ledger = ledger;
        this.targets = targets;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SetTargets() {
        this(null, null, null);
    }

    /** @return the id of the target, through all its revisions */
    @Requires(Permission.SET_TARGETS)
    public Outcome<UUID> add(NewTarget wanted) {
        Instant now = now();
        List<FieldProblem> problems = wanted.problems(now);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        boolean known = targets.alone().inForce().stream()
                .anyMatch(target -> target.severity() == wanted.severity()
                        && target.fromStage() == wanted.fromStage()
                        && target.toStage() == wanted.toStage());
        if (known) {
            return Outcome.refused(
                    "target-exists", "There is such a target for these stages already: change that one.");
        }
        Instant validFrom = wanted.validFrom();
        return record(new Target(
                UUID.randomUUID(),
                UUID.randomUUID(),
                wanted.severity(),
                wanted.fromStage(),
                wanted.toStage(),
                wanted.amount(),
                wanted.unit(),
                validFrom == null ? now : Moments.toMicros(validFrom),
                false));
    }

    /** Running clocks get the new time, those that are breached or met keep the old one. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<UUID> change(UUID targetId, int amount, TargetUnit unit) {
        List<FieldProblem> problems = NewTarget.lengthProblems(amount, unit);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Target last = last(targets.alone(), targetId);
        return last.ended() ? hasEnded() : record(revision(last, amount, unit, false));
    }

    /** Running clocks become void; a breach stays. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<UUID> end(UUID targetId) {
        Target last = last(targets.alone(), targetId);
        return last.ended() ? hasEnded() : record(revision(last, last.amount(), last.unit(), true));
    }

    private Outcome<UUID> record(Target target) {
        ledger.append(target);
        targets.lookAgain(target, now());
        return Outcome.done(target.targetId());
    }

    private static Target last(TargetBook book, UUID targetId) {
        return book.latest(targetId).orElseThrow(() -> new NotFound("target"));
    }

    private static Outcome<UUID> hasEnded() {
        return Outcome.refused("target-ended", "This target has ended: add a new one.");
    }

    private static Target revision(Target last, int amount, TargetUnit unit, boolean ended) {
        return new Target(
                UUID.randomUUID(),
                last.targetId(),
                last.severity(),
                last.fromStage(),
                last.toStage(),
                amount,
                unit,
                last.validFrom(),
                ended);
    }

    private Instant now() {
        return Moments.toMicros(Instant.now(clock));
    }
}
