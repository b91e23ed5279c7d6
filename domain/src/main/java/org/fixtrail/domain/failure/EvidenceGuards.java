package org.fixtrail.domain.failure;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be shown before a fix counts. */
final class EvidenceGuards {
    private static final Set<Stage> MEASURED = EnumSet.of(Stage.VALIDATED, Stage.VALIDATION_FAILED);

    private EvidenceGuards() {}

    /** AI Act, Art. 73(6): nothing is altered that could affect the later finding of causes. */
    static Optional<String> snapshotWhereReportable(MoveRequest request, Timeline timeline, FailureContext context) {
        boolean asked = request.stage() == Stage.DECIDED
                && (context.kind() == FailureKind.SERIOUS_INCIDENT || context.reportable());
        boolean answered = request.details().text("snapshot").isPresent()
                || request.details().text("noSnapshotReason").isPresent();
        return asked && !answered
                ? Optional.of(
                        "A serious incident, or one with a duty to report, needs an evidence snapshot (version, configuration, logs) before"
                                + " anything is altered, or a reason why there is none.")
                : Optional.empty();
    }

    static Optional<String> thresholdsFrozen(MoveRequest request, Timeline timeline, FailureContext context) {
        boolean measured = timeline.effective().stream()
                .anyMatch(fact -> fact.cycle() == timeline.cycle() && MEASURED.contains(fact.stage()));
        return request.stage() == Stage.DECIDED && request.supersedes() != null && measured
                ? Optional.of("The thresholds are frozen: results were recorded against them.")
                : Optional.empty();
    }

    static Optional<String> everyThresholdMeasured(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.VALIDATED) {
            return Optional.empty();
        }
        Set<String> measured = request.details().results().stream()
                .map(ValidationResult::metric)
                .collect(Collectors.toSet());
        List<String> missing = thresholds(timeline).stream()
                .map(Threshold::metric)
                .filter(metric -> !measured.contains(metric))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("There is no result for " + String.join(", ", missing) + ".");
    }

    static Optional<String> reproducedOnAffectedVersion(
            MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.VALIDATED) {
            return Optional.empty();
        }
        long cases = request.details().integer("reproducingCases").orElse(0L);
        long failed = request.details().integer("failedOnAffected").orElse(0L);
        long passed = request.details().integer("passedOnFixed").orElse(0L);
        if (failed > cases || passed > cases) {
            return Optional.of("There are only " + cases + " reproducing cases.");
        }
        return failed == 0
                ? Optional.of("No reproducing case fails on the affected version: they do not show this failure.")
                : Optional.empty();
    }

    static Optional<String> deploysTheValidatedVersion(MoveRequest request, Timeline timeline, FailureContext context) {
        if (request.stage() != Stage.DEPLOYED) {
            return Optional.empty();
        }
        Optional<String> built = timeline.reached(timeline.cycle(), Stage.RETRAINED)
                .flatMap(fact -> fact.details().text("version"));
        Optional<String> deployed = request.details().text("version");
        return built.isEmpty() || built.equals(deployed)
                ? Optional.empty()
                : Optional.of("Version " + built.get() + " was built and validated; " + deployed.orElse("another")
                        + " cannot be deployed as its fix.");
    }

    static boolean meetsThresholds(StageDetails details, Timeline timeline) {
        boolean metricsMet = thresholds(timeline).stream()
                .allMatch(threshold -> details.results().stream()
                        .filter(result -> result.metric().equals(threshold.metric()))
                        .allMatch(result -> threshold.metBy(result.fixed())));
        BigDecimal failed =
                BigDecimal.valueOf(details.integer("failedOnAffected").orElse(0L));
        BigDecimal passed = BigDecimal.valueOf(details.integer("passedOnFixed").orElse(0L));
        BigDecimal share = timeline.reached(timeline.cycle(), Stage.DECIDED)
                .flatMap(fact -> fact.details().decimal("reproducingPassShare"))
                .orElse(BigDecimal.ONE);
        return metricsMet && passed.compareTo(failed.multiply(share)) >= 0;
    }

    private static List<Threshold> thresholds(Timeline timeline) {
        return timeline.reached(timeline.cycle(), Stage.DECIDED)
                .map(fact -> fact.details().thresholds())
                .orElse(List.of());
    }
}
