package org.fixtrail.domain.failure;

import static org.fixtrail.domain.failure.Stage.VALIDATED;
import static org.fixtrail.domain.failure.Stage.VALIDATION_FAILED;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a stage may be recorded. There is one list of guards for the line and one for what stands beside it; the
 * first objection is the answer.
 */
public final class Lifecycle {
    private static final List<Guard> EVERYWHERE = List.of(
            new Guard("replaces-same-stage", OrderGuards::replacesTheSameStage),
            new Guard("not-in-the-future", TimeGuards::notInTheFuture),
            new Guard("late-entry-has-reason", TimeGuards::lateEntryHasReason),
            new Guard("off-the-line", OrderGuards::notOffTheLine));

    private static final List<Guard> LINE = List.of(
            new Guard("in-order", OrderGuards::inOrder),
            new Guard("not-twice", OrderGuards::notTwice),
            new Guard("times-in-order", TimeGuards::timesInOrder),
            new Guard("evidence-snapshot", EvidenceGuards::snapshotWhereReportable),
            new Guard("thresholds-frozen", EvidenceGuards::thresholdsFrozen),
            new Guard("same-metrics", EvidenceGuards::everyThresholdMeasured),
            new Guard("reproduced", EvidenceGuards::reproducedOnAffectedVersion),
            new Guard("second-pair-of-eyes", PeopleGuards::reviewerBuiltNothing),
            new Guard("deployed-version", EvidenceGuards::deploysTheValidatedVersion),
            new Guard("observation-window", VerificationGuards::windowPassed),
            new Guard("exposure", VerificationGuards::exposureReached),
            new Guard("failure-rate", VerificationGuards::failureRateBelowThreshold));

    private static final List<Guard> BESIDE = List.of(
            new Guard("after-detection", OrderGuards::afterDetection),
            new Guard("proposal-exists", PeopleGuards::confirmsAnOpenProposal),
            new Guard("second-person", PeopleGuards::secondPerson),
            new Guard("one-proposal", PeopleGuards::onlyOneProposal));

    private Lifecycle() {}

    public static Decision decide(MoveRequest request, Timeline timeline, FailureContext context) {
        Optional<Decision> refused = firstObjection(EVERYWHERE, request, timeline, context)
                .or(() -> firstObjection(request.stage().onLine() ? LINE : BESIDE, request, timeline, context));
        return refused.orElseGet(() -> allowed(request, timeline, context));
    }

    /** The line stages that may come next in the current cycle; empty once the failure is off the line or verified. */
    public static List<Stage> nextStages(Timeline timeline) {
        if (timeline.ending().isPresent()) {
            return List.of();
        }
        int cycle = timeline.cycle();
        Set<Stage> reached = timeline.reached(cycle).keySet();
        Set<Stage> skips = timeline.remedy(cycle).map(Remedy::skips).orElse(Set.of());
        int furthest = timeline.stage(cycle).map(Stage::number).orElse(0);
        List<Stage> ahead = Stage.line().stream()
                .filter(stage -> stage.number() > furthest && !reached.contains(stage))
                .toList();
        Optional<Stage> needed =
                ahead.stream().filter(stage -> !skips.contains(stage)).findFirst();
        return ahead.stream()
                .filter(stage ->
                        needed.isEmpty() || stage.number() <= needed.get().number())
                .toList();
    }

    private static Decision allowed(MoveRequest request, Timeline timeline, FailureContext context) {
        StageDetails details = request.details();
        Stage stage = request.stage();
        if (stage == VALIDATED && !EvidenceGuards.meetsThresholds(details, timeline)) {
            stage = VALIDATION_FAILED;
        }
        if (stage == Stage.VERIFIED) {
            details = details.with("occurrences", context.occurrencesSinceDeployment());
        }
        boolean proposal = stage.isEnding() && request.confirms() == null;
        return new Decision.Allowed(stage, Math.max(1, timeline.cycle()), proposal, details);
    }

    private static Optional<Decision> firstObjection(
            List<Guard> guards, MoveRequest request, Timeline timeline, FailureContext context) {
        return guards.stream()
                .flatMap(guard -> guard.check().objection(request, timeline, context).stream()
                        .map(reason -> (Decision) new Decision.Refused(guard.name(), reason)))
                .findFirst();
    }
}
