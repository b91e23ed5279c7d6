package org.fixtrail.web.dashboard;

import java.time.Duration;
import java.util.Optional;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.Quantile;

/**
 * A percentile in words.
 *
 * @param name such as p50
 * @param estimate a duration, "not reached" or "no data"
 * @param limits the 95 % limits, or empty where there is no data
 */
public record QuantileText(String name, String estimate, String limits) {
    private static final String NOT_REACHED = "not reached";

    static QuantileText of(LagFigure figure, Quantile quantile) {
        String name = "p" + quantile.percent();
        return figure.noData()
                ? new QuantileText(name, "no data", "")
                : new QuantileText(name, words(quantile.estimate()), limits(quantile));
    }

    private static String limits(Quantile quantile) {
        return quantile.lower().isEmpty() && quantile.upper().isEmpty()
                ? "95 % limits not reached"
                : "95 % limits: " + words(quantile.lower()) + " to " + words(quantile.upper());
    }

    private static String words(Optional<Duration> duration) {
        return duration.map(DurationText::of).orElse(NOT_REACHED);
    }
}
