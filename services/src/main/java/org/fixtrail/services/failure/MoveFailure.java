package org.fixtrail.services.failure;

import static org.fixtrail.domain.access.Permission.ANALYSE_FAILURE;
import static org.fixtrail.domain.access.Permission.BUILD_FIX;
import static org.fixtrail.domain.access.Permission.CORRECT_RECORD;
import static org.fixtrail.domain.access.Permission.OPEN_FAILURE;
import static org.fixtrail.domain.access.Permission.PROPOSE_ENDING;
import static org.fixtrail.domain.access.Permission.REVIEW_FIX;
import static org.fixtrail.domain.access.Permission.VERIFY_FIX;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Decision;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureContext;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Lifecycle;
import org.fixtrail.domain.failure.MoveRequest;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageDetailsReader;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.Addressee;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.access.RightUses;
import org.fixtrail.services.access.Substitutes;

/** Records that a failure reached a stage, or that one did not after all. */
@ApplicationScoped
@Transactional
public class MoveFailure {
    private final EntityManager em;
    private final Failures failures;
    private final Merges merges;
    private final Substitutes substitutes;
    private final RightUses uses;
    private final Clock clock;

    @Inject
    public MoveFailure(
            EntityManager em, Failures failures, Merges merges, Substitutes substitutes, RightUses uses, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.merges = merges;
        this.substitutes = substitutes;
        this.uses = uses;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected MoveFailure() {
        this(null, null, null, null, null, null);
    }

    /**
     * What was recorded.
     *
     * @param stage the stage recorded, which is {@link Stage#VALIDATION_FAILED} where results miss a threshold
     * @param proposal whether a second person must still confirm it
     */
    public record Moved(UUID transitionId, Stage stage, int cycle, boolean proposal) {}

    /** The right that recording a stage needs. */
    public static Permission needed(Stage stage) {
        return switch (stage) {
            case EMERGED, DETECTED -> OPEN_FAILURE;
            case ANALYSED, DECIDED, CONTAINED -> ANALYSE_FAILURE;
            case CURATED, RETRAINED, VALIDATED, VALIDATION_FAILED, DEPLOYED -> BUILD_FIX;
            case REVIEWED -> REVIEW_FIX;
            case VERIFIED -> VERIFY_FIX;
            case DISMISSED, MERGED, RISK_ACCEPTED, RETIRED -> PROPOSE_ENDING;
        };
    }

    @Requires({OPEN_FAILURE, ANALYSE_FAILURE, BUILD_FIX, REVIEW_FIX, VERIFY_FIX, PROPOSE_ENDING})
    public Outcome<Moved> move(Move move) {
        Caller caller = CallerContext.get();
        if (!caller.may(needed(move.stage()))) {
            throw new NotPermitted(needed(move.stage()));
        }
        uses.note(caller, needed(move.stage()));
        StageDetailsReader.Reading reading = StageDetailsReader.read(move.stage(), move.details());
        List<FieldProblem> problems = new ArrayList<>(reading.problems());
        String late = move.lateReason();
        if (late != null && !late.isBlank()) {
            problems.addAll(Reasons.problems("lateReason", late));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        merges.hold(move.failureId(), reading.details().id("into"));
        Failure failure = failure(move.failureId(), caller);
        if (move.seenVersion() != null && move.seenVersion() != failure.version()) {
            throw new Changed();
        }
        List<TransitionFact> facts = failures.facts(failure.id());
        Timeline timeline = failures.now(facts);
        Optional<Outcome<Moved>> noTarget = noTarget(failure, reading.details());
        if (noTarget.isPresent()) {
            return noTarget.get();
        }
        MoveRequest request = request(move, reading.details(), caller);
        Decision decision = Lifecycle.decide(request, timeline, context(failure, timeline));
        if (decision instanceof Decision.Refused refused) {
            return Outcome.refused(refused.rule(), refused.reason());
        }
        Decision.Allowed allowed = (Decision.Allowed) decision;
        return recorded(failure, facts, Transition.allowed(failure, request, allowed));
    }

    /** Takes a transition back; whatever built on it must be taken back first. */
    @Requires(CORRECT_RECORD)
    public Outcome<Moved> retract(UUID failureId, UUID transitionId, String reason) {
        List<FieldProblem> problems = Reasons.problems("reason", reason);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        merges.hold(failureId, Optional.empty());
        Failure failure = failure(failureId, CallerContext.get());
        List<TransitionFact> facts = failures.facts(failureId);
        Timeline timeline = failures.now(facts);
        TransitionFact fact = facts.stream()
                .filter(candidate -> candidate.id().equals(transitionId))
                .findFirst()
                .orElseThrow(() -> new NotFound("transition"));
        boolean inForce =
                timeline.effective().contains(fact) || timeline.pending().contains(fact);
        if (!inForce) {
            return Outcome.refused("not-in-force", "This transition was replaced or taken back already.");
        }
        boolean builtUpon = fact.stage().onLine()
                && timeline.stage(fact.cycle())
                        .filter(furthest -> furthest.number() > fact.stage().number())
                        .isPresent();
        if (builtUpon || fact.stage() == Stage.EMERGED) {
            return Outcome.refused(
                    "built-upon", "Later stages build on this one: take them back first, or replace this one.");
        }
        if (fact.details().mergedFrom().isPresent()) {
            return Outcome.refused(
                    "from-merge",
                    "This time comes from a merged failure: take the merge back, or replace this with a time of its own.");
        }
        return recorded(failure, facts, Transition.retraction(failure, fact, Instant.now(clock), reason.strip()));
    }

    private Outcome<Moved> recorded(Failure failure, List<TransitionFact> facts, Transition act) {
        List<Merges.Step> steps = merges.plan(failure, facts, act);
        Optional<Merges.Step> cut =
                steps.stream().filter(Merges.Step::cutsTheGround).findFirst();
        if (cut.isPresent()) {
            return Outcome.refused(
                    "built-upon",
                    "Later stages of " + new FailureId(cut.get().failure().id())
                            + " build on a detection that would be gone: replace that with a time of its own first.");
        }
        merges.record(steps);
        return Outcome.done(new Moved(act.id(), act.stage(), act.cycle(), act.proposal()));
    }

    private Failure failure(UUID id, Caller caller) {
        Failure failure = failures.get(id);
        if (caller.systemId() != null && !caller.systemId().equals(failure.systemId())) {
            throw new NotFound("failure");
        }
        return failure;
    }

    /** Why the failure cannot be merged into the one that is named, if one is. */
    private Optional<Outcome<Moved>> noTarget(Failure failure, StageDetails details) {
        Optional<UUID> into = details.id("into");
        if (into.isEmpty()) {
            return Optional.empty();
        }
        Failure target = em.find(Failure.class, into.get());
        if (target == null || target.id().equals(failure.id())) {
            return Optional.of(Outcome.invalid(
                    List.of(new FieldProblem("details.into", "must be another failure of this organisation"))));
        }
        return failures.now(failures.facts(target.id()))
                .ending()
                .map(ending -> Outcome.refused(
                        "merge-target",
                        new FailureId(target.id()) + " is off the line itself ("
                                + ending.stage().label() + "): merge into a failure that is on it."));
    }

    private FailureContext context(Failure failure, Timeline timeline) {
        Instant deployedAt = timeline.reached(timeline.cycle(), Stage.DEPLOYED)
                .map(TransitionFact::occurredAt)
                .orElse(Instant.now(clock));
        long since = em.createQuery(
                        "select count(s) from Signal s where s.failureId = :failure and s.occurredAt >= :since",
                        Long.class)
                .setParameter("failure", failure.id())
                .setParameter("since", deployedAt)
                .getSingleResult();
        return new FailureContext(Instant.now(clock), failure.kind(), isReportable(failure), since, substitutes.all());
    }

    /** Whether somebody outside was or is to be told by a clock that is not void. */
    private boolean isReportable(Failure failure) {
        return em.createQuery(
                        "select c from RunningClock c where c.failureId = :failure and c.cycle = :cycle"
                                + " and c.ruleGroup is not null and c.state <> :void",
                        RunningClock.class)
                .setParameter("failure", failure.id())
                .setParameter("cycle", failure.cycle())
                .setParameter("void", ClockState.VOID)
                .getResultStream()
                .flatMap(running -> running.terms().basis().stream())
                .anyMatch(basis -> basis.addressee() != Addressee.ORGANISATION);
    }

    private MoveRequest request(Move move, StageDetails details, Caller caller) {
        Instant occurredAt = move.occurredAt() == null ? Instant.now(clock) : move.occurredAt();
        String lateReason = move.lateReason();
        return new MoveRequest(
                move.stage(),
                Moments.toMicros(occurredAt),
                details,
                lateReason == null || lateReason.isBlank() ? null : lateReason.strip(),
                caller.actor(),
                move.confirms(),
                move.supersedes());
    }
}
