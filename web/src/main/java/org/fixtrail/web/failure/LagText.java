package org.fixtrail.web.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.domain.lag.CycleLags;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.web.page.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * One lag of a failure in words.
 *
 * @param state what kind of end it had, or that it runs
 * @param interactions how many interactions fell into it, roughly, or what is known instead
 * @param exact the same with all digits
 */
public record LagText(String name, String length, String state, String occurrences, String interactions, String exact) {

    static List<LagText> of(CycleLags lags, Map<StagePair, Exposure> exposures) {
        List<LagText> texts = new ArrayList<>();
        texts.add(text("Detection lag", lags.detection(), exposures.get(StagePair.DETECTION)));
        texts.add(text("Containment lag", lags.containment(), exposures.get(StagePair.CONTAINMENT)));
        texts.add(text("Adaptation lag", lags.adaptation(), exposures.get(StagePair.ADAPTATION)));
        texts.add(text("Verification lag", lags.verification(), null));
        return texts;
    }

    private static LagText text(String name, Optional<Lag> lag, @Nullable Exposure exposure) {
        if (lag.isEmpty()) {
            return new LagText(name, "not begun", "", "", "", "");
        }
        String length = DurationText.of(lag.get().length());
        String state = state(lag.get());
        if (exposure == null) {
            return new LagText(name, length, state, "", "", "");
        }
        return new LagText(
                name,
                length,
                state,
                NumberText.exact(exposure.occurrences()),
                interactions(exposure.traffic()),
                exact(exposure.traffic()));
    }

    private static String state(Lag lag) {
        return switch (lag.outcome()) {
            case REACHED -> "over";
            case OPEN -> "still running";
            case CONTRADICTORY -> "times contradict each other";
            case PASSED -> "left out";
            default -> "ended otherwise";
        };
    }

    private static String interactions(Traffic traffic) {
        if (traffic instanceof Traffic.Estimated sum) {
            return (sum.isPartial() ? "at least " : "") + NumberText.rough(sum.interactions());
        }
        return traffic instanceof Traffic.Overlapping ? "reports overlap" : "not reported";
    }

    private static String exact(Traffic traffic) {
        if (traffic instanceof Traffic.Estimated sum) {
            String covered =
                    sum.isPartial() ? ", reported for " + NumberText.percent(sum.knownShare()) + " of the time" : "";
            return NumberText.exact(sum.interactions()) + " interactions" + covered;
        }
        return traffic instanceof Traffic.Overlapping
                ? "Two reports of traffic overlap, so no sum is given"
                : "Nobody has reported traffic for this time";
    }
}
