package org.fixtrail.services.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetBook;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.system.AiSystem;
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
    private final EntityManager em;
    private final Ledger ledger;
    private final Targets targets;
    private final MovingClocks moving;
    private final Clock clock;

    @Inject
    SetTargets(EntityManager em, Ledger ledger, Targets targets, MovingClocks moving, Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.targets = targets;
        this.moving = moving;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SetTargets() {
        this(null, null, null, null, null);
    }

    /** @return the id of the target, through all its revisions */
    @Requires(Permission.SET_TARGETS)
    public Outcome<UUID> add(NewTarget wanted) {
        Instant now = now();
        TargetBook book = targets.alone();
        List<FieldProblem> problems = new ArrayList<>(wanted.problems(now, book.workingTime()));
        if (wanted.systemId() != null && em.find(AiSystem.class, wanted.systemId()) == null) {
            problems.add(new FieldProblem("system", "is no AI system of the organisation"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        boolean known = book.inForce().stream()
                .anyMatch(target ->
                        target.asksTheSame(wanted.severity(), wanted.systemId(), wanted.fromStage(), wanted.toStage()));
        if (known) {
            return Outcome.refused(
                    "target-exists", "There is such a target for these stages already: change that one.");
        }
        Instant validFrom = wanted.validFrom();
        return record(new Target(
                UUID.randomUUID(),
                UUID.randomUUID(),
                wanted.severity(),
                wanted.systemId(),
                wanted.fromStage(),
                wanted.toStage(),
                wanted.terms(),
                validFrom == null ? now : Moments.toMicros(validFrom),
                false));
    }

    /** Running clocks get the new time, those that are breached or met keep the old one. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<UUID> change(UUID targetId, TargetTerms terms) {
        TargetBook book = targets.alone();
        Target last = last(book, targetId);
        List<FieldProblem> problems = NewTarget.lengthProblems(terms, book.workingTime());
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        return last.ended() ? hasEnded() : record(last.revised(UUID.randomUUID(), terms, false));
    }

    /** What {@link #change} would do to open clocks; nothing is changed. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<Foreseen> foresee(UUID targetId, TargetTerms terms) {
        TargetBook book = targets.read();
        Target last = last(book, targetId);
        List<FieldProblem> problems = NewTarget.lengthProblems(terms, book.workingTime());
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        TargetBook proposed = book.with(last.revised(UUID.randomUUID(), terms, false));
        return Outcome.done(moving.under(proposed, List.of(targetId)));
    }

    /** Running clocks become void; a breach stays. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<UUID> end(UUID targetId) {
        Target last = last(targets.alone(), targetId);
        return last.ended() ? hasEnded() : record(last.revised(UUID.randomUUID(), last.terms(), true));
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

    private Instant now() {
        return Moments.toMicros(Instant.now(clock));
    }
}
