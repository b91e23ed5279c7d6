package org.fixtrail.domain.figure;

import static org.fixtrail.domain.lag.StagePair.ADAPTATION;
import static org.fixtrail.domain.lag.StagePair.CONTAINMENT;
import static org.fixtrail.domain.lag.StagePair.VERIFICATION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.CohortLength;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.DetectionCohorts;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.domain.lag.KaplanMeier;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.StagePair;

/** Detection and resolution times, by the lag engine: first cycles of failures that were detected in the period. */
final class LagFigures {
    private final FigureScope scope;
    private final List<FailureCase> detected;
    private final List<FailureLine> undetected;

    LagFigures(FigureScope scope, List<FailureCase> failures) {
        this.scope = scope;
        this.detected = failures.stream()
                .filter(failure -> failure.detected()
                        .filter(fact -> scope.holds(fact.occurredAt()))
                        .isPresent())
                .toList();
        this.undetected = failures.stream()
                .filter(failure -> failure.detected().isEmpty())
                .flatMap(failure -> failure.lines().stream())
                .filter(line -> scope.holds(line.reached().get(Stage.EMERGED)))
                .toList();
    }

    FigureTable detection() {
        List<FailureLine> lines =
                Stream.concat(lines(detected).stream(), undetected.stream()).toList();
        DetectionCohorts cohorts = DetectionCohorts.of(lines, scope.asOf(), CohortLength.QUARTER, Cycles.FIRST);
        return new FigureTable(
                "detection",
                "Detection times",
                "From the first occurrence to its detection, " + DetectionCohorts.LABEL
                        + ": failures that were detected"
                        + " in the period, by the quarter (UTC) in which they emerged. What nobody has noticed yet is not"
                        + " seen, so this is no estimate. Beside them the failures that emerged in the period, are on"
                        + " record by their signals, and were not yet detected.",
                List.of(
                        new FigureTable.Column("detected", "Detected"),
                        new FigureTable.Column("median", "Median"),
                        new FigureTable.Column("shortest", "Shortest"),
                        new FigureTable.Column("longest", "Longest"),
                        new FigureTable.Column("undetected", "Not yet detected"),
                        new FigureTable.Column("contradictory", "Left out: contradictory")),
                cohorts.cohorts().stream().map(LagFigures::cohort).toList());
    }

    private static FigureTable.Row cohort(DetectionCohorts.Row row) {
        return new FigureTable.Row(
                row.cohort().toString(),
                row.cohort().toString(),
                List.of(
                        FigureCell.count(row.detected()),
                        FigureCell.length(row.lags().map(DetectionCohorts.Spread::median)),
                        FigureCell.length(row.lags().map(DetectionCohorts.Spread::min)),
                        FigureCell.length(row.lags().map(DetectionCohorts.Spread::max)),
                        FigureCell.count(row.knownUndetected()),
                        FigureCell.count(row.contradictory())));
    }

    FigureTable resolution() {
        List<FigureTable.Row> rows = new ArrayList<>();
        rows.add(row("adaptation", "Detected to deployed (adaptation)", detected, ADAPTATION));
        Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> row(
                        "adaptation:" + severity.name(),
                        "Detected to deployed, " + severity.label(),
                        of(severity),
                        ADAPTATION))
                .forEach(rows::add);
        rows.add(row("containment", "Detected to first contained", detected, CONTAINMENT));
        rows.add(row("verification", "Deployed to verified", detected, VERIFICATION));
        return new FigureTable(
                "resolution",
                "Resolution times",
                "First cycles of failures that were detected in the period. Median and percentiles are Kaplan-Meier"
                        + " estimates with 95 % limits; the open ones are censored as of the moment, and so are those that"
                        + " ended in another way. Dismissed and merged failures are left out.",
                List.of(
                        new FigureTable.Column("population", "Population"),
                        new FigureTable.Column("reached", "Reached"),
                        new FigureTable.Column("censored", "Censored"),
                        new FigureTable.Column("p50", "Median"),
                        new FigureTable.Column("p75", "75 %"),
                        new FigureTable.Column("p90", "90 %"),
                        new FigureTable.Column("naiveMean", "Naive mean of the reached"),
                        new FigureTable.Column("zero", "Of zero length"),
                        new FigureTable.Column("contradictory", "Left out: contradictory")),
                rows);
    }

    private FigureTable.Row row(String key, String label, List<FailureCase> of, StagePair pair) {
        LagFigure figure = figure(of, pair);
        LagFigure.Counts counts = figure.counts();
        return new FigureTable.Row(
                key,
                label,
                List.of(
                        FigureCell.count(counts.population()),
                        FigureCell.count(counts.closed()),
                        FigureCell.count(counts.censored()),
                        FigureCell.quantile(figure, figure.p50()),
                        FigureCell.quantile(figure, figure.p75()),
                        FigureCell.quantile(figure, figure.p90()),
                        FigureCell.length(figure.naiveMean()),
                        FigureCell.count(counts.zero()),
                        FigureCell.count(counts.contradictory())));
    }

    /** Between two stages, for one severity; not applicable to pairs for which no estimate can be made. */
    FigureCell median(Severity severity, Stage from, Stage to) {
        return pair(from, to)
                .filter(pair -> !pair.isRightTruncated())
                .map(pair -> figure(of(severity), pair))
                .map(figure -> FigureCell.quantile(figure, figure.p50()))
                .orElseGet(FigureCell::notApplicable);
    }

    private static Optional<StagePair> pair(Stage from, Stage to) {
        try {
            return Optional.of(new StagePair(from, to));
        } catch (IllegalArgumentException noLagLiesBetween) {
            return Optional.empty();
        }
    }

    private LagFigure figure(List<FailureCase> of, StagePair pair) {
        return LagFigure.of(lines(of), pair, scope.asOf(), Cycles.FIRST, KaplanMeier.Z_95);
    }

    private List<FailureCase> of(Severity severity) {
        return detected.stream()
                .filter(failure -> failure.severity() == severity)
                .toList();
    }

    private static List<FailureLine> lines(List<FailureCase> of) {
        return of.stream().flatMap(failure -> failure.lines().stream()).toList();
    }
}
