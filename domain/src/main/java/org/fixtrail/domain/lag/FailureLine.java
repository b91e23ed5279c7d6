package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is effectively known, at some point of the ledger, about one cycle of one failure: superseded and retracted
 * transitions are already gone. Times may lie after the as-of moment of a figure; the engine leaves those out itself.
 *
 * @param failureId the failure; cycles of one failure share it
 * @param cycle 1 for the first, one more for each recurrence
 * @param reached when each stage of the line was reached, and the first CONTAINED; no other stage
 * @param ending how the cycle left the line, or null while it has not
 * @param contradictory whether any of its times are on record as contradicting each other (imported history)
 */
public record FailureLine(
        UUID failureId,
        int cycle,
        Map<Stage, Instant> reached,
        @Nullable Ending ending,
        boolean contradictory) {
    public FailureLine {
        requireNonNull(failureId, "failureId");
        if (cycle < 1) {
            throw new IllegalArgumentException("cycles count from 1: " + cycle);
        }
        reached = inStageOrder(reached);
    }

    private static Map<Stage, Instant> inStageOrder(Map<Stage, Instant> reached) {
        Map<Stage, Instant> copy = new EnumMap<>(Stage.class);
        reached.forEach((stage, at) -> {
            if (!stage.onLine() && stage != Stage.CONTAINED) {
                throw new IllegalArgumentException("not a stage of the line nor CONTAINED: " + stage);
            }
            copy.put(stage, requireNonNull(at, stage::name));
        });
        return Collections.unmodifiableMap(copy);
    }

    /** When the stage was reached, or empty if that had not happened as of the moment. */
    public Optional<Instant> reachedAt(Stage stage, Instant asOf) {
        return Optional.ofNullable(reached.get(stage)).filter(at -> !at.isAfter(asOf));
    }

    /** The ending, or empty if it had not happened as of the moment. */
    public Optional<Ending> endingAsOf(Instant asOf) {
        return Optional.ofNullable(ending).filter(end -> !end.at().isAfter(asOf));
    }
}
