package org.fixtrail.domain.figure;

import static org.fixtrail.domain.figure.FigureCell.count;
import static org.fixtrail.domain.figure.FigureCell.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.figure.FigureTable.Column;
import org.fixtrail.domain.figure.FigureTable.Row;

/** What happened, and why: failures that were detected in the period, each once, without dismissed and merged ones. */
final class FailureFigures {
    private static final String DETECTED =
            "Failures that were detected in the period, each once; dismissed and merged ones are left out";
    private static final List<Column> CAUSES = List.of(
            new Column("failures", "Failures"),
            new Column("share", "Share"),
            new Column("rootCauseNamed", "Root cause named"),
            new Column("rootCauseMissing", "Not yet named"));

    private final List<FailureCase> detected;
    private final List<FailureCase> population;
    private final Measures measures;

    FailureFigures(FigureScope scope, List<FailureCase> failures) {
        this.detected = failures.stream()
                .filter(failure -> failure.detected()
                        .filter(fact -> scope.holds(fact.occurredAt()))
                        .isPresent())
                .toList();
        this.population = detected.stream().filter(failure -> !failure.left()).toList();
        this.measures = new Measures(
                scope, failures.stream().filter(failure -> !failure.left()).toList());
    }

    FigureTable kinds() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("failures", "Failures"));
        columns.add(new Column("share", "Share"));
        severities().forEach(severity -> columns.add(new Column(severity.name(), severity.label())));
        List<Row> rows = new ArrayList<>();
        for (FailureKind kind : FailureKind.values()) {
            rows.add(kind(kind.name(), kind.label(), matching(failure -> failure.kind() == kind)));
        }
        rows.add(kind("all", "All", population));
        rows.add(leftOut("dismissed", "Left out: dismissed", Stage.DISMISSED));
        rows.add(leftOut("merged", "Left out: merged", Stage.MERGED));
        return new FigureTable("kinds", "Incidents by kind", DETECTED + " and counted below.", columns, rows);
    }

    private Row kind(String key, String label, List<FailureCase> of) {
        List<FigureCell> cells = new ArrayList<>();
        cells.add(count(of.size()));
        cells.add(share(of.size(), population.size()));
        severities()
                .forEach(severity -> cells.add(count(of.stream()
                        .filter(failure -> failure.severity() == severity)
                        .count())));
        return new Row(key, label, cells);
    }

    private Row leftOut(String key, String label, Stage ending) {
        List<FailureCase> of =
                detected.stream().filter(failure -> failure.has(ending)).toList();
        List<FigureCell> cells = new ArrayList<>(kind(key, label, of).cells());
        cells.set(1, FigureCell.notApplicable());
        return new Row(key, label, cells);
    }

    FigureTable categories() {
        List<Row> rows = new ArrayList<>();
        for (MistakeCategory category : MistakeCategory.values()) {
            cause(category.name(), category.label(), failure -> failure.category() == category)
                    .ifPresent(rows::add);
        }
        rows.add(cause("all", "All", population));
        return new FigureTable(
                "causes",
                "Causes: mistake categories",
                DETECTED
                        + ". A root cause is named by the analysis of the first cycle; categories that do not occur are"
                        + " not listed.",
                CAUSES,
                rows);
    }

    FigureTable learningModes() {
        List<Row> rows = new ArrayList<>();
        for (LearningMode mode : LearningMode.values()) {
            cause(
                            mode.name(),
                            mode.label(),
                            failure -> failure.failedMode().filter(mode::equals).isPresent())
                    .ifPresent(rows::add);
        }
        cause("unstated", "Not stated", failure -> failure.failedMode().isEmpty())
                .ifPresent(rows::add);
        rows.add(cause("all", "All", population));
        return new FigureTable(
                "learningModes",
                "Causes: learning mode that failed",
                DETECTED + ". As the analysis of the first cycle has it, or else the classification; modes that do not"
                        + " occur are not listed.",
                CAUSES,
                rows);
    }

    private Optional<Row> cause(String key, String label, Predicate<FailureCase> wanted) {
        List<FailureCase> of = matching(wanted);
        return of.isEmpty() ? Optional.empty() : Optional.of(cause(key, label, of));
    }

    private Row cause(String key, String label, List<FailureCase> of) {
        long named = of.stream().filter(FailureCase::rootCauseNamed).count();
        return new Row(
                key,
                label,
                List.of(count(of.size()), share(of.size(), population.size()), count(named), count(of.size() - named)));
    }

    FigureTable measures() {
        return measures.table();
    }

    FigureTable recurrence() {
        return measures.recurrence();
    }

    private List<FailureCase> matching(Predicate<FailureCase> wanted) {
        return population.stream().filter(wanted).toList();
    }

    /** The most severe first. */
    private static List<Severity> severities() {
        return Stream.of(Severity.values())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
