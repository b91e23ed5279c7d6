package org.fixtrail.reports.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Incidence;
import org.fixtrail.services.pack.LagRow;
import org.fixtrail.services.pack.LagRow.Quantile;
import org.fixtrail.services.pack.PackContent;
import org.jspecify.annotations.Nullable;

/** The lag figures: one table per stage pair, one line per group. */
final class LagSection {
    private static final String NOT_REACHED = "not reached";
    private static final String NO_DATA = "no data";

    private LagSection() {}

    static Section of(PackContent content, Wording wording) {
        List<LagRow> rows = content.lag().rows();
        return new Section(
                "lags", "Lags", "2  Lag figures", Map.of(), () -> rows.stream().map(row -> line(row, wording)));
    }

    /** As the template prints it; limits stand below their quantile. */
    record Line(
            String pair,
            String group,
            String label,
            boolean overall,
            String population,
            String censored,
            String p50,
            String p50Limits,
            String p75,
            String p75Limits,
            String p90,
            String p90Limits,
            String mean,
            String zeros,
            String incidence) {}

    static String pair(LagRow row) {
        String name = pairName(row.from(), row.to());
        String stages = row.from().label() + " to " + row.to().label();
        return name.isEmpty() ? stages : name + ": " + stages;
    }

    /** The row as a sentence for the summary. */
    static String sentence(LagRow row) {
        if (row.noData()) {
            return pair(row) + ": no data.";
        }
        return "%s: median %s, 90th percentile %s (%s failures, %s of them censored)."
                .formatted(
                        pair(row),
                        value(row.p50()),
                        value(row.p90()),
                        Wording.number(row.population()),
                        Wording.number(row.censored()));
    }

    private static Line line(LagRow row, Wording wording) {
        boolean overall = row.group() == LagRow.Group.OVERALL;
        return new Line(
                pair(row),
                groupName(row.group()),
                overall ? "All failures" : wording.clean(row.label()),
                overall,
                Wording.number(row.population()),
                Wording.number(row.censored()),
                row.noData() ? NO_DATA : value(row.p50()),
                limits(row, row.p50()),
                row.noData() ? NO_DATA : value(row.p75()),
                limits(row, row.p75()),
                row.noData() ? NO_DATA : value(row.p90()),
                limits(row, row.p90()),
                DurationText.of(row.naiveMean()),
                Wording.number(row.zeros()),
                incidence(row.incidence()));
    }

    /** Empty where nothing competes: then Kaplan-Meier says it all. */
    private static String incidence(@Nullable Incidence incidence) {
        if (incidence == null || !incidence.hasCompeting()) {
            return "";
        }
        String events = incidence.events().stream()
                .map(event -> "%s %s (%s)"
                        .formatted(
                                event.outcome().label(), Wording.percent(event.share()), Wording.number(event.count())))
                .collect(Collectors.joining(", "));
        return "By %s: %s, still open %s. Kaplan-Meier alone: reached %s."
                .formatted(
                        DurationText.of(incidence.at()),
                        events,
                        Wording.percent(incidence.stillOpen()),
                        Wording.percent(incidence.kaplanMeier()));
    }

    private static String value(Quantile quantile) {
        return reached(quantile.value());
    }

    private static String limits(LagRow row, Quantile quantile) {
        if (row.noData()) {
            return "";
        }
        return "%s to %s".formatted(reached(quantile.lower()), reached(quantile.upper()));
    }

    private static String reached(@Nullable Duration duration) {
        return duration == null ? NOT_REACHED : DurationText.of(duration);
    }

    private static String groupName(LagRow.Group group) {
        return switch (group) {
            case OVERALL -> "";
            case AI_SYSTEM -> "By AI system";
            case SEVERITY -> "By severity";
        };
    }

    private static String pairName(Stage from, Stage to) {
        if (from == Stage.DETECTED && to == Stage.DEPLOYED) {
            return "Adaptation lag";
        }
        if (from == Stage.EMERGED && to == Stage.DETECTED) {
            return "Detection lag, among those detected so far";
        }
        if (from == Stage.DETECTED && to == Stage.CONTAINED) {
            return "Containment lag";
        }
        return from == Stage.DEPLOYED && to == Stage.VERIFIED ? "Verification lag" : "";
    }
}
