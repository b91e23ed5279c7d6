package org.fixtrail.web.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fixtrail.domain.lag.Cohort;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.Quantile;
import org.fixtrail.domain.lag.Trend;
import org.jspecify.annotations.Nullable;

/**
 * The median lag by cohort as shapes of an SVG drawing of 640 by 220, which the page writes. Cohorts without any failure
 * leave a gap; one whose median is not reached is drawn at the top, open.
 *
 * @param path the line through consecutive medians, in SVG's words; empty if there are none
 */
public record TrendChart(List<Dot> dots, List<Tick> ticks, String path) {
    private static final int MOST_COHORTS = 16;
    private static final int MOST_LABELS = 8;
    private static final double LEFT = 70;
    private static final double RIGHT = 625;
    private static final double TOP = 18;
    private static final double BOTTOM = 188;

    /**
     * A cohort.
     *
     * @param label its name, or empty where there is no room for all names
     * @param y where its median is, or the top where it is not reached
     * @param low where its lower limit is
     * @param high where its upper limit is, cut at the top
     */
    public record Dot(String label, String x, String y, String low, String high, boolean reached, String title) {}

    /** A line across with its duration. */
    public record Tick(String label, String y) {}

    /** Empty for fewer than two cohorts: a single point is no trend. */
    static Optional<TrendChart> of(Trend trend) {
        List<Trend.Point> points = trend.points();
        if (points.size() < 2) {
            return Optional.empty();
        }
        Map<Cohort, LagFigure> figures =
                points.stream().collect(Collectors.toMap(Trend.Point::cohort, Trend.Point::figure));
        List<Cohort> cohorts = cohorts(points);
        Duration longest = cohorts.stream()
                .flatMap(cohort -> Optional.ofNullable(figures.get(cohort)).stream())
                .flatMap(figure -> figure.p50().estimate().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ofDays(1));
        TimeAxis axis = TimeAxis.upTo(longest.isZero() ? Duration.ofMinutes(1) : longest);
        int every = -Math.floorDiv(-cohorts.size(), MOST_LABELS);
        List<Dot> dots = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < cohorts.size(); i++) {
            double x = LEFT + 25 + (RIGHT - LEFT - 50) * i / (cohorts.size() - 1);
            LagFigure figure = figures.get(cohorts.get(i));
            Dot dot = dot(cohorts.get(i), figure, x, axis, (cohorts.size() - 1 - i) % every == 0);
            dots.add(dot);
            if (figure != null && dot.reached()) {
                path.append(drawing ? 'L' : 'M').append(dot.x()).append(' ').append(dot.y());
            }
            drawing = figure != null && dot.reached();
        }
        List<Tick> ticks = axis.ticks().stream()
                .map(tick -> new Tick(DurationText.of(tick), number(y(axis.share(tick)))))
                .toList();
        return Optional.of(new TrendChart(dots, ticks, path.toString()));
    }

    /** The last ones, the empty ones between them too. */
    private static List<Cohort> cohorts(List<Trend.Point> points) {
        List<Cohort> all = new ArrayList<>();
        Cohort last = points.get(points.size() - 1).cohort();
        for (Cohort cohort = points.get(0).cohort(); cohort.compareTo(last) <= 0; cohort = cohort.next()) {
            all.add(cohort);
        }
        return all.subList(Math.max(0, all.size() - MOST_COHORTS), all.size());
    }

    private static Dot dot(Cohort cohort, @Nullable LagFigure figure, double x, TimeAxis axis, boolean labelled) {
        String label = labelled ? cohort.toString() : "";
        if (figure == null || figure.noData()) {
            return new Dot(label, number(x), "", "", "", false, cohort + ": no data");
        }
        Quantile median = figure.p50();
        String title = cohort + ": " + QuantileText.of(figure, median).estimate() + ", "
                + figure.counts().population() + " failures";
        return new Dot(
                label,
                number(x),
                number(y(median.estimate().map(axis::share).orElse(1.0))),
                number(y(median.lower().map(axis::share).orElse(1.0))),
                number(y(median.upper().map(axis::share).orElse(1.0))),
                median.estimate().isPresent(),
                title);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
