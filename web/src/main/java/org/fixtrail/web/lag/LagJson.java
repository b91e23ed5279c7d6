package org.fixtrail.web.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fixtrail.domain.lag.Bottleneck;
import org.fixtrail.domain.lag.DetectionCohorts;
import org.fixtrail.domain.lag.Incidence;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.Quantile;
import org.fixtrail.services.lag.LagAnswer;
import org.jspecify.annotations.Nullable;

/** Lag of a population in the API; all lengths are seconds. */
public record LagJson(
        Instant asOf,
        long knownAt,
        List<Figure> figures,
        @Nullable Detection detection,
        BottleneckJson bottleneck) {

    static LagJson of(LagAnswer answer) {
        return new LagJson(
                answer.asOf(),
                answer.knownAt(),
                answer.figures().stream().map(Figure::of).toList(),
                answer.detection().map(Detection::of).orElse(null),
                BottleneckJson.of(answer.bottleneck()));
    }

    /** One stage pair. No data is {@code noData}, never zero. */
    public record Figure(
            String pair,
            boolean noData,
            int population,
            int censored,
            int closed,
            int zero,
            int contradictory,
            int dismissed,
            int merged,
            Map<String, Integer> competing,
            QuantileJson p50,
            QuantileJson p75,
            QuantileJson p90,
            @Nullable Long naiveMean,
            @Nullable IncidenceJson incidence) {

        static Figure of(LagFigure figure) {
            LagFigure.Counts counts = figure.counts();
            Map<String, Integer> competing = new TreeMap<>();
            counts.competing().forEach((outcome, count) -> competing.put(outcome.name(), count));
            return new Figure(
                    figure.pair().toString(),
                    figure.noData(),
                    counts.population(),
                    counts.censored(),
                    counts.closed(),
                    counts.zero(),
                    counts.contradictory(),
                    counts.dismissed(),
                    counts.merged(),
                    competing,
                    QuantileJson.of(figure.p50()),
                    QuantileJson.of(figure.p75()),
                    QuantileJson.of(figure.p90()),
                    seconds(figure.naiveMean()),
                    figure.atLastEvent().map(IncidenceJson::of).orElse(null));
        }
    }

    /**
     * The Aalen-Johansen shares of the ways in which lags ended, by {@code at} seconds, when the last one ended; they and
     * {@code stillOpen} add up to 1. {@code kaplanMeier} is what Kaplan-Meier gives for REACHED at that time.
     */
    public record IncidenceJson(long at, List<Incidence.Event> events, double stillOpen, double kaplanMeier) {
        static IncidenceJson of(Incidence incidence) {
            return new IncidenceJson(
                    incidence.at().toSeconds(), incidence.events(), incidence.stillOpen(), incidence.kaplanMeier());
        }
    }

    /** A quantile with its 95 % limits; null means not reached. */
    public record QuantileJson(
            @Nullable Long estimate,
            @Nullable Long lower,
            @Nullable Long upper) {
        static QuantileJson of(Quantile quantile) {
            return new QuantileJson(seconds(quantile.estimate()), seconds(quantile.lower()), seconds(quantile.upper()));
        }
    }

    /** Detection lag by cohort of emergence, which can only be given among those detected so far. */
    public record Detection(String label, List<CohortJson> cohorts) {
        static Detection of(DetectionCohorts cohorts) {
            return new Detection(
                    DetectionCohorts.LABEL,
                    cohorts.cohorts().stream().map(CohortJson::of).toList());
        }
    }

    /** One cohort of emergence. */
    public record CohortJson(
            String cohort,
            int detected,
            int knownUndetected,
            @Nullable Long min,
            @Nullable Long median,
            @Nullable Long max) {
        static CohortJson of(DetectionCohorts.Row row) {
            return new CohortJson(
                    row.cohort().toString(),
                    row.detected(),
                    row.knownUndetected(),
                    seconds(row.lags().map(DetectionCohorts.Spread::min)),
                    seconds(row.lags().map(DetectionCohorts.Spread::median)),
                    seconds(row.lags().map(DetectionCohorts.Spread::max)));
        }
    }

    /** The stage with the most dwell time and its share, or null without data. */
    public record BottleneckJson(
            @Nullable String stage, @Nullable Double share) {
        static BottleneckJson of(Bottleneck bottleneck) {
            return new BottleneckJson(
                    bottleneck.stage().map(Enum::name).orElse(null),
                    bottleneck.stage().map(bottleneck::share).orElse(null));
        }
    }

    private static @Nullable Long seconds(Optional<Duration> length) {
        return length.map(Duration::toSeconds).orElse(null);
    }
}
