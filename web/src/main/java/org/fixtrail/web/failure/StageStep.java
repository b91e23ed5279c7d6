package org.fixtrail.web.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.failure.Remedy;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.CycleLags;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.services.failure.FailureView;
import org.jspecify.annotations.Nullable;

/**
 * One of the ten stages in the current cycle of a failure.
 *
 * @param at when it was reached, or null
 * @param dwell how long the failure stood there, in words; empty if it has not
 * @param state what people without sight of the colours are told
 */
public record StageStep(Stage stage, @Nullable Instant at, String dwell, String state, String style) {

    static List<StageStep> of(FailureView view) {
        int cycle = Math.max(1, view.timeline().cycle());
        Map<Stage, TransitionFact> reached = view.timeline().reached(cycle);
        Set<Stage> skips = view.timeline().remedy(cycle).map(Remedy::skips).orElse(Set.of());
        Optional<Stage> now = view.timeline().stage(cycle);
        CycleLags lags = view.lags().get(cycle);
        return Stage.line().stream()
                .map(stage -> step(
                        stage,
                        reached.get(stage),
                        lags == null ? null : lags.dwell().byStage().get(stage),
                        skips.contains(stage),
                        now.filter(stage::equals).isPresent()))
                .toList();
    }

    private static StageStep step(
            Stage stage, @Nullable TransitionFact fact, @Nullable Duration dwell, boolean skipped, boolean now) {
        String time = dwell == null ? "" : DurationText.of(dwell);
        if (fact == null) {
            return skipped
                    ? new StageStep(stage, null, "", "not needed", "ft-stage ft-stage-skipped")
                    : new StageStep(stage, null, "", "not reached", "ft-stage");
        }
        return now
                ? new StageStep(stage, fact.occurredAt(), time, "stands here", "ft-stage ft-stage-reached ft-stage-now")
                : new StageStep(stage, fact.occurredAt(), time, "reached", "ft-stage ft-stage-reached");
    }
}
