package org.fixtrail.domain.failure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must have been reached before. */
final class OrderGuards {
    private OrderGuards() {}

    static Optional<String> replacesTheSameStage(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.supersedes() == null) {
            return Optional.empty();
        }
        Optional<TransitionFact> replaced = replaced(request, timeline);
        if (replaced.isEmpty()) {
            return Optional.of("The transition to replace is not in force: it was replaced or taken back already.");
        }
        return replaced.get().stage() == request.stage() && replaced.get().cycle() == timeline.cycle()
                ? Optional.empty()
                : Optional.of("A correction must name a transition of the same stage in the current cycle.");
    }

    static Optional<String> notOffTheLine(MoveRequest request, Timeline timeline, FailureContext context) {
        return timeline.ending()
                .map(ending -> "This failure is " + ending.stage().label().toLowerCase(java.util.Locale.ROOT)
                        + "; take that back first.");
    }

    static Optional<String> inOrder(MoveRequest request, Timeline timeline, FailureContext context) {
        int cycle = timeline.cycle();
        Set<Stage> reached = timeline.reached(cycle).keySet();
        Set<Stage> skips = timeline.remedy(cycle).map(Remedy::skips).orElse(Set.of());
        List<Stage> missing = Stage.line().stream()
                .filter(stage -> stage.number() < request.stage().number())
                .filter(stage -> !reached.contains(stage) && !skips.contains(stage))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = missing.stream().map(Stage::label).collect(Collectors.joining(", "));
        return Optional.of(request.stage().label() + " comes after " + names + ": record that first.");
    }

    static Optional<String> notTwice(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.supersedes() != null) {
            return Optional.empty();
        }
        int cycle = timeline.cycle();
        if (timeline.reached(cycle, request.stage()).isPresent()) {
            return Optional.of(request.stage().label()
                    + " is recorded already. To correct it, replace the recorded transition and say why.");
        }
        return timeline.stage(cycle)
                .filter(furthest -> furthest.number() > request.stage().number())
                .map(furthest ->
                        request.stage().label() + " comes before " + furthest.label() + ", which is recorded already.");
    }

    static Optional<String> afterDetection(MoveRequest request, Timeline timeline, FailureContext context) {
        return timeline.reached(timeline.cycle(), Stage.DETECTED)
                .map(detected -> request.occurredAt().isBefore(detected.occurredAt())
                        ? Optional.of(request.stage().label() + " cannot be before the detection at "
                                + detected.occurredAt() + ".")
                        : Optional.<String>empty())
                .orElse(Optional.of(request.stage().label() + " needs a detected failure: record Detected first."));
    }

    static Optional<TransitionFact> replaced(MoveRequest request, Timeline timeline) {
        return timeline.effective().stream()
                .filter(fact -> fact.id().equals(request.supersedes()))
                .findFirst();
    }
}
