package org.fixtrail.domain.figure;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Clocks whose deadline lies in the period. A share counts those alone whose deadline has passed: of the younger ones only
 * the quick answers are known so far, and with them every share would look better than it is.
 */
final class ClockFigures {
    private static final String ABOUT =
            "Clocks whose last moment lies in the period, and that had begun as of the moment."
                    + " The share is of those that fell due: answered on time, answered late, or not answered."
                    + " Beside it stand those whose deadline is still ahead, answered already or not, and those that are void.";
    private static final List<FigureTable.Column> STANDINGS = List.of(
            new FigureTable.Column("due", "Fell due"),
            new FigureTable.Column("onTime", "On time"),
            new FigureTable.Column("late", "Late"),
            new FigureTable.Column("unanswered", "Not answered"),
            new FigureTable.Column("shareOnTime", "Share on time"),
            new FigureTable.Column("ahead", "Still running"),
            new FigureTable.Column("answeredAhead", "Answered, deadline ahead"),
            new FigureTable.Column("void", "Void"));

    private final FigureScope scope;
    private final List<ClockCase> clocks;

    ClockFigures(FigureScope scope, List<ClockCase> clocks) {
        this.scope = scope;
        this.clocks = clocks.stream()
                .filter(clock ->
                        scope.holds(clock.legalAt()) && !clock.startedAt().isAfter(scope.asOf()))
                .toList();
    }

    /** Legal and own clocks apart, and each rule that had any. */
    FigureTable onTime() {
        List<FigureTable.Row> rows = new ArrayList<>();
        rows.add(row("legal", "Laws, standards and codes", clock -> clock.targetId() == null));
        SortedMap<String, List<ClockCase>> rules = clocks.stream()
                .filter(clock -> clock.targetId() == null)
                .collect(groupingBy(ClockCase::obligation, TreeMap::new, java.util.stream.Collectors.toList()));
        rules.forEach((rule, those) ->
                rows.add(new FigureTable.Row("legal:" + rule.split(":", 2)[0], rule, standings(those))));
        rows.add(row("internal", "Own targets", clock -> clock.targetId() != null));
        return new FigureTable("clocks", "Clocks answered on time", ABOUT, STANDINGS, rows);
    }

    /** Each target that applies, or that had a clock in the period. */
    FigureTable targets(List<TargetCase> targets, LagFigures lags) {
        List<FigureTable.Column> columns = new ArrayList<>(STANDINGS);
        columns.add(new FigureTable.Column("p50", "Median"));
        List<FigureTable.Row> rows = new ArrayList<>();
        for (TargetCase target : targets) {
            List<ClockCase> measured = clocks.stream()
                    .filter(clock -> target.targetId().equals(clock.targetId()))
                    .toList();
            if (!target.ended() || !measured.isEmpty()) {
                List<FigureCell> cells = new ArrayList<>(standings(measured));
                cells.add(lags.median(target.severity(), target.fromStage(), target.toStage()));
                String label = target.words() + (target.ended() ? " (ended)" : "");
                rows.add(new FigureTable.Row(target.targetId().toString(), label, cells));
            }
        }
        return new FigureTable(
                "targets",
                "Own targets",
                "Each target with the clocks that it ran, counted as above: \u201cfell due\u201d is on how many it was"
                        + " measured. Beside it the median (Kaplan-Meier, elapsed time) between its two stages over the"
                        + " failures of its severity that were detected in the period, first cycles, with 95 % limits.",
                columns,
                rows);
    }

    private FigureTable.Row row(String key, String label, Predicate<ClockCase> wanted) {
        return new FigureTable.Row(
                key, label, standings(clocks.stream().filter(wanted).toList()));
    }

    private List<FigureCell> standings(List<ClockCase> of) {
        Map<ClockCase.Standing, Long> counts = new EnumMap<>(ClockCase.Standing.class);
        of.forEach(clock -> counts.merge(clock.standing(scope.asOf()), 1L, Long::sum));
        long onTime = counts.getOrDefault(ClockCase.Standing.ON_TIME, 0L);
        long late = counts.getOrDefault(ClockCase.Standing.LATE, 0L);
        long unanswered = counts.getOrDefault(ClockCase.Standing.UNANSWERED, 0L);
        long due = onTime + late + unanswered;
        return List.of(
                FigureCell.count(due),
                FigureCell.count(onTime),
                FigureCell.count(late),
                FigureCell.count(unanswered),
                FigureCell.share(onTime, due),
                FigureCell.count(counts.getOrDefault(ClockCase.Standing.AHEAD, 0L)),
                FigureCell.count(counts.getOrDefault(ClockCase.Standing.ANSWERED_AHEAD, 0L)),
                FigureCell.count(counts.getOrDefault(ClockCase.Standing.VOID, 0L)));
    }
}
