package org.fixtrail.services.pack;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.services.failure.FailureLines;
import org.fixtrail.services.lag.Exposures;
import org.jspecify.annotations.Nullable;

/** A failure in scope, as known: what is said of it, every transition, and what of them is in force. */
record PackCase(FailureRevision revision, List<Transition> trail, Timeline timeline) implements Comparable<PackCase> {
    private static final Comparator<PackCase> BY_DETECTION = Comparator.comparing(
                    (PackCase one) -> one.at(Stage.DETECTED), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(one -> one.failureId().toString());

    UUID failureId() {
        return revision.failureId();
    }

    int cycle() {
        return Math.max(1, timeline.cycle());
    }

    @Nullable
    Instant at(Stage stage) {
        return timeline.reached(cycle(), stage).map(TransitionFact::occurredAt).orElse(null);
    }

    /** The first cycle, over which populations count. */
    FailureLine firstLine() {
        return FailureLines.line(failureId(), 1, timeline);
    }

    FailureLine line() {
        return FailureLines.line(failureId(), cycle(), timeline);
    }

    /** Whether the first cycle was detected within a period; without one every failure counts. */
    boolean isWithin(@Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) {
            return true;
        }
        Instant detected = firstLine().reached().get(Stage.DETECTED);
        return detected != null && (from == null || !detected.isBefore(from)) && (to == null || detected.isBefore(to));
    }

    /** From emergence to deployment, or to the as-of moment while not deployed; empty where that is no time. */
    Optional<Exposures.Span> exposed(Instant asOf) {
        Instant since = at(Stage.EMERGED) == null ? at(Stage.DETECTED) : at(Stage.EMERGED);
        Instant until = at(Stage.DEPLOYED) == null ? asOf : at(Stage.DEPLOYED);
        return since == null || until == null || !until.isAfter(since)
                ? Optional.empty()
                : Optional.of(new Exposures.Span(failureId(), revision.systemId(), since, until));
    }

    @Override
    public int compareTo(PackCase other) {
        return BY_DETECTION.compare(this, other);
    }
}
