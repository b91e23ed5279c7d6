package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/** What an occurrence does to its failure: it counts, it opens one that nobody knew, it reopens one that was fixed. */
@ApplicationScoped
public class Occurrences {
    private final Failures failures;
    private final OpenFailure open;
    private final Systems systems;

    @Inject
    public Occurrences(Failures failures, OpenFailure open, Systems systems) {
        this.failures = failures;
        this.open = open;
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected Occurrences() {
        this(null, null, null);
    }

    /** Opens a failure for a fingerprint that the AI system did not have. */
    public Failure openFor(
            UUID systemId, String fingerprint, @Nullable String title, @Nullable Severity severity, Instant first) {
        String named = title == null || title.isBlank() ? "Unknown behaviour " + fingerprint : title.strip();
        FailureFacts facts = new FailureFacts(
                named.length() > 500 ? named.substring(0, 500) : named,
                "",
                severity == null ? Severity.MEDIUM : severity,
                MistakeCategory.OTHER,
                FailureKind.INCIDENT,
                null,
                null);
        return open.openUnchecked(new NewFailure(systemId, facts, fingerprint, first, null));
    }

    /** Counts occurrences of one failure, and answers whether one of them is a recurrence that began the next cycle. */
    public boolean happened(Failure failure, List<Occurrence> occurrences) {
        occurrences.forEach(occurrence -> failure.happened(occurrence.at()));
        List<TransitionFact> facts = failures.facts(failure.id());
        Timeline timeline = failures.now(facts);
        Optional<Occurrence> recurrence = occurrences.stream()
                .filter(occurrence -> isRecurrence(failure, timeline, occurrence))
                .min(java.util.Comparator.comparing(Occurrence::at));
        recurrence.ifPresent(first -> failures.record(
                failure,
                facts,
                List.of(Transition.emerged(failure, timeline.cycle() + 1, first.at(), StageDetails.NONE))));
        return recurrence.isPresent();
    }

    /** One time that a failure happened, on which version if that is known. */
    public record Occurrence(Instant at, @Nullable String version) {}

    /** It happened after the rollout, on a version that carries the fix. Where the version is unknown, nobody can say so. */
    private boolean isRecurrence(Failure failure, Timeline timeline, Occurrence occurrence) {
        Optional<TransitionFact> deployed = timeline.reached(timeline.cycle(), Stage.DEPLOYED);
        String version = occurrence.version();
        if (deployed.isEmpty()
                || version == null
                || !occurrence.at().isAfter(deployed.get().occurredAt())) {
            return false;
        }
        String fixed = deployed.get().details().text("version").orElse("");
        return version.equals(fixed) || isLater(failure.systemId(), version, fixed);
    }

    private boolean isLater(UUID systemId, String version, String fixed) {
        Optional<Instant> released = systems.version(systemId, version).map(SystemVersion::releasedAt);
        Optional<Instant> fixReleased = systems.version(systemId, fixed).map(SystemVersion::releasedAt);
        return released.isPresent()
                && fixReleased.isPresent()
                && !released.get().isBefore(fixReleased.get());
    }
}
