package org.fixtrail.services.failure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.lag.Ending;
import org.fixtrail.domain.lag.FailureLine;

/** Hands what is in force of a failure to the lag engine. */
public final class FailureLines {
    private FailureLines() {}

    public static FailureLine line(UUID failureId, int cycle, Timeline timeline) {
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        timeline.reached(cycle).forEach((stage, fact) -> reached.put(stage, fact.occurredAt()));
        Ending ending = timeline.ending()
                .filter(fact -> fact.cycle() == cycle)
                .map(fact -> new Ending(fact.stage(), fact.occurredAt()))
                .orElse(null);
        return new FailureLine(failureId, cycle, reached, ending, timeline.contradictory(cycle));
    }
}
