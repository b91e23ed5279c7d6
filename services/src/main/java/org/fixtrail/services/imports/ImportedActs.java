package org.fixtrail.services.imports;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Transition;

/** Turns an imported row into acts; all are marked as imported. */
final class ImportedActs {
    private ImportedActs() {}

    static String reason(UUID jobId) {
        return "imported by job " + jobId;
    }

    static FailureRevision revision(Failure failure, String source, ImportedFailure imported, UUID jobId) {
        return new FailureRevision(
                UUID.randomUUID(),
                failure.id(),
                failure.systemId(),
                1,
                imported.title(),
                requireNonNullElse(imported.description(), ""),
                imported.severity(),
                imported.category(),
                imported.kind(),
                imported.learningMode(),
                imported.version(),
                null,
                source,
                imported.key(),
                true,
                imported.contradictions().stream().map(Contradiction::words).collect(Collectors.joining("\n")),
                reason(jobId));
    }

    static List<Transition> transitions(Failure failure, ImportedFailure imported) {
        return imported.times().entrySet().stream()
                .map(time ->
                        Transition.imported(failure, time.getKey(), time.getValue(), details(time.getKey(), imported)))
                .toList();
    }

    private static StageDetails details(Stage stage, ImportedFailure imported) {
        StageDetails details = StageDetails.NONE;
        for (Map.Entry<String, String> text :
                imported.details().getOrDefault(stage, Map.of()).entrySet()) {
            details = details.with(text.getKey(), text.getValue());
        }
        boolean first = stage == (imported.times().containsKey(Stage.DETECTED) ? Stage.DETECTED : Stage.EMERGED);
        String source = imported.detectionSource();
        String reference = imported.referenceUrl();
        if (first && source != null) {
            details = details.with("source", source);
        }
        if (first && reference != null) {
            details = details.with("reference", reference);
        }
        return imported.dateOnly().contains(stage) ? details.with("precision", "day") : details;
    }
}
