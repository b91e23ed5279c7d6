package org.fixtrail.domain.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.failure.Stage;

/**
 * How long one cycle stayed in each stage that it reached: until the next reached stage of the line; in the last one
 * until the ending, or until the as-of moment while open. VERIFIED is the end of the line and has no dwell.
 *
 * @param byStage in the line's order; without the contradictory stages
 * @param contradictory stages that were left before they were reached, by the times on record
 */
public record Dwell(Map<Stage, Duration> byStage, Set<Stage> contradictory) {
    public Dwell {
        Map<Stage, Duration> dwells = new EnumMap<>(Stage.class);
        dwells.putAll(byStage);
        byStage = Collections.unmodifiableMap(dwells);
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        stages.addAll(contradictory);
        contradictory = Collections.unmodifiableSet(stages);
    }

    /** Measures a cycle as of a moment. */
    public static Dwell measure(FailureLine line, Instant asOf) {
        List<Stage> reached = Stage.line().stream()
                .filter(stage -> line.reachedAt(stage, asOf).isPresent())
                .toList();
        Map<Stage, Duration> byStage = new EnumMap<>(Stage.class);
        Set<Stage> contradictory = EnumSet.noneOf(Stage.class);
        for (int i = 0; i < reached.size(); i++) {
            Stage stage = reached.get(i);
            if (stage == Stage.VERIFIED) {
                break;
            }
            Instant left = i + 1 < reached.size()
                    ? line.reachedAt(reached.get(i + 1), asOf).orElseThrow()
                    : line.endingAsOf(asOf).map(Ending::at).orElse(asOf);
            Duration dwell = Duration.between(line.reachedAt(stage, asOf).orElseThrow(), left);
            if (dwell.isNegative()) {
                contradictory.add(stage);
            } else {
                byStage.put(stage, dwell);
            }
        }
        return new Dwell(byStage, contradictory);
    }
}
