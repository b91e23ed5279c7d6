package org.fixtrail.domain.figure;

import static org.fixtrail.domain.figure.FigureCell.count;
import static org.fixtrail.domain.figure.FigureCell.notApplicable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.Remedy;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.figure.FigureTable.Column;
import org.fixtrail.domain.figure.FigureTable.Row;

/** What was changed in the period, whenever the failure was detected, and whether it held. */
final class Measures {
    private final FigureScope scope;
    private final List<FailureCase> failures;

    /** @param failures without the dismissed and merged ones */
    Measures(FigureScope scope, List<FailureCase> failures) {
        this.scope = scope;
        this.failures = failures;
    }

    FigureTable table() {
        List<Row> rows = new ArrayList<>();
        for (Remedy remedy : Remedy.values()) {
            Row row = row(remedy.name(), remedy.label(), Optional.of(remedy));
            if (row.cells().stream().anyMatch(cell -> !cell.equals(count(0)))) {
                rows.add(row);
            }
        }
        Row unknown = row("unrecorded", "Remedy not on record", Optional.empty());
        if (unknown.cells().stream().anyMatch(cell -> !cell.equals(count(0)))) {
            rows.add(unknown);
        }
        rows.add(new Row(
                "all",
                "All remedies",
                List.of(
                        count(reached(Stage.DECIDED).count()),
                        count(reached(Stage.DEPLOYED).count()),
                        count(reached(Stage.VERIFIED).count()))));
        rows.add(new Row(
                "containment",
                "Interim containment",
                List.of(notApplicable(), count(containments()), notApplicable())));
        return new FigureTable(
                "measures",
                "Measures changed",
                "Remedies that were chosen, deployed and verified in the period, in any cycle, whenever the failure was"
                        + " detected. Dismissed and merged failures are left out; remedies that do not occur are not"
                        + " listed.",
                List.of(
                        new Column("chosen", "Chosen"),
                        new Column("deployed", "Deployed"),
                        new Column("verified", "Verified")),
                rows);
    }

    private Row row(String key, String label, Optional<Remedy> remedy) {
        return new Row(
                key,
                label,
                Stream.of(Stage.DECIDED, Stage.DEPLOYED, Stage.VERIFIED)
                        .map(stage -> count(reached(stage)
                                .filter(step -> step.remedy().equals(remedy))
                                .count()))
                        .toList());
    }

    private long containments() {
        return failures.stream()
                .flatMap(failure -> failure.timeline().effective().stream())
                .filter(fact -> fact.stage() == Stage.CONTAINED && scope.holds(fact.occurredAt()))
                .count();
    }

    /** A stage of a cycle that was reached in the period. */
    private record Step(FailureCase failure, int cycle) {
        Optional<Remedy> remedy() {
            return failure.timeline().remedy(cycle);
        }

        boolean isFollowed() {
            return failure.timeline().cycle() > cycle;
        }
    }

    private Stream<Step> reached(Stage stage) {
        return failures.stream()
                .flatMap(failure -> IntStream.rangeClosed(1, failure.timeline().cycle())
                        .filter(cycle -> failure.timeline()
                                .reached(cycle, stage)
                                .filter(fact -> scope.holds(fact.occurredAt()))
                                .isPresent())
                        .mapToObj(cycle -> new Step(failure, cycle)));
    }

    FigureTable recurrence() {
        List<Step> deployed = reached(Stage.DEPLOYED).toList();
        long failuresFixed =
                deployed.stream().map(step -> step.failure().id()).distinct().count();
        long recurred = deployed.stream()
                .filter(Step::isFollowed)
                .map(step -> step.failure().id())
                .distinct()
                .count();
        List<TransitionFact> accepted = failures.stream()
                .flatMap(failure -> failure.timeline().effective().stream())
                .filter(fact -> fact.stage() == Stage.RISK_ACCEPTED && scope.holds(fact.occurredAt()))
                .toList();
        long ranOut = accepted.stream()
                .filter(fact -> fact.expiresAt()
                        .filter(at -> !scope.asOf().isBefore(at))
                        .isPresent())
                .count();
        return new FigureTable(
                "recurrence",
                "Recurrence and reopening",
                "Recurrence: failures with a fix that was deployed in the period, and those of them with a further cycle"
                        + " as of the moment. Reopening: risks that were accepted in the period, and those whose"
                        + " acceptance has run out. What ended lately has had less time to come back.",
                List.of(
                        new Column("ended", "Ended in the period"),
                        new Column("again", "Came back"),
                        new Column("share", "Share")),
                List.of(
                        row("recurrence", "Failures with a deployed fix", failuresFixed, recurred),
                        row("reopening", "Accepted risks", accepted.size(), ranOut)));
    }

    private static Row row(String key, String label, long ended, long again) {
        return new Row(key, label, List.of(count(ended), count(again), FigureCell.share(again, ended)));
    }
}
