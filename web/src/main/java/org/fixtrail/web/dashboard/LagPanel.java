package org.fixtrail.web.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Bottleneck;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.domain.lag.Incidence;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.Trend;
import org.fixtrail.services.lag.LagAnswer;
import org.fixtrail.services.lag.LagWithTrend;
import org.fixtrail.web.page.NumberText;
import org.jspecify.annotations.Nullable;

/** The adaptation lag of a population as the dashboard shows it. */
public record LagPanel(LagAnswer answer, Trend trend) {

    static LagPanel of(LagWithTrend measured) {
        return new LagPanel(measured.answer(), measured.trend());
    }

    /** One stage's part in all dwell time. */
    public record Part(Stage stage, double share, String percent, String total, boolean most) {}

    /** One line of the table that gives the trend's figures. */
    public record TrendRow(String cohort, LagFigure.Counts counts, List<QuantileText> quantiles) {}

    public LagFigure figure() {
        return answer.figures().get(0);
    }

    public List<QuantileText> quantiles() {
        return quantiles(figure());
    }

    /** In words; "no data" where nothing is closed. */
    public String naiveMean() {
        return figure().naiveMean().map(DurationText::of).orElse("no data");
    }

    /** How failures ended, where not all that did were fixed; else empty. */
    public String incidence() {
        return figure().atLastEvent()
                .filter(Incidence::hasCompeting)
                .map(LagPanel::words)
                .orElse("");
    }

    private static String words(Incidence incidence) {
        String events = incidence.events().stream()
                .map(event -> event.outcome().label() + " " + NumberText.percent(event.share()) + " ("
                        + NumberText.exact(event.count()) + ")")
                .collect(Collectors.joining(", "));
        return "Within " + DurationText.of(incidence.at()) + ": " + events + ", still open "
                + NumberText.percent(incidence.stillOpen())
                + " (Aalen-Johansen). Kaplan-Meier, as if every failure could still be fixed: reached "
                + NumberText.percent(incidence.kaplanMeier()) + ".";
    }

    public @Nullable TrendChart chart() {
        return TrendChart.of(trend).orElse(null);
    }

    public List<TrendRow> trendRows() {
        return trend.points().stream()
                .map(point ->
                        new TrendRow(point.cohort().toString(), point.figure().counts(), quantiles(point.figure())))
                .toList();
    }

    public List<Part> parts() {
        Bottleneck bottleneck = answer.bottleneck();
        Optional<Stage> most = bottleneck.stage();
        return bottleneck.totals().entrySet().stream()
                .map(entry -> {
                    double share = bottleneck.share(entry.getKey());
                    return new Part(
                            entry.getKey(),
                            100 * share,
                            NumberText.percent(share),
                            DurationText.of(entry.getValue()),
                            most.filter(entry.getKey()::equals).isPresent());
                })
                .toList();
    }

    private static List<QuantileText> quantiles(LagFigure figure) {
        return figure.quantiles().stream()
                .map(quantile -> QuantileText.of(figure, quantile))
                .toList();
    }
}
