package org.fixtrail.domain.figure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.Ending;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/** Failures and clocks for tests, by days of the year 2026; day 1 is New Year, as of day 300. */
final class FigureFixture {
    static final Instant AS_OF = day(300);

    private FigureFixture() {}

    /** The whole of 2026. */
    static FigureScope year() {
        return new FigureScope(day(1), day(366), null, AS_OF, 100, ZoneOffset.UTC);
    }

    static Instant day(int day) {
        return Instant.parse("2025-12-31T00:00:00Z").plusSeconds(86_400L * day);
    }

    /** Stages as {@code "DETECTED=3 DECIDED=4{remedy:CODE} DEPLOYED=9 2/EMERGED=20"}: days, details, and the cycle if not 1. */
    static FailureCase failure(String stages) {
        return failure(Severity.HIGH, FailureKind.INCIDENT, MistakeCategory.FACTUAL_ERROR, stages);
    }

    static FailureCase failure(Severity severity, FailureKind kind, MistakeCategory category, String stages) {
        UUID id = UUID.randomUUID();
        List<TransitionFact> facts = new ArrayList<>();
        for (String word : stages.split(" ", -1)) {
            facts.add(fact(id, facts.size(), word));
        }
        Timeline timeline = Timeline.of(facts, AS_OF, Long.MAX_VALUE);
        List<FailureLine> lines = IntStream.rangeClosed(1, timeline.cycle())
                .mapToObj(cycle -> line(id, cycle, timeline))
                .toList();
        return new FailureCase(id, severity, category, kind, null, timeline, lines);
    }

    private static TransitionFact fact(UUID failure, int leaf, String word) {
        int cycle = word.startsWith("2/") ? 2 : 1;
        String text = word.replaceFirst("^2/", "");
        String details = text.contains("{") ? text.substring(text.indexOf('{') + 1, text.indexOf('}')) : "";
        String[] parts = text.replaceFirst("\\{.*", "").split("=", -1);
        StageDetails known = details.isEmpty()
                ? StageDetails.NONE
                : StageDetails.NONE.with(details.split(":", -1)[0], details.split(":", -1)[1]);
        Instant at = day(Integer.parseInt(parts[1]));
        return new TransitionFact(
                UUID.randomUUID(),
                failure,
                cycle,
                Stage.valueOf(parts[0]),
                at,
                at,
                leaf,
                Actor.SERVER,
                known,
                false,
                null,
                null,
                false,
                false);
    }

    private static FailureLine line(UUID id, int cycle, Timeline timeline) {
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        timeline.reached(cycle).forEach((stage, fact) -> reached.put(stage, fact.occurredAt()));
        Ending ending = timeline.ending()
                .filter(fact -> fact.cycle() == cycle)
                .map(fact -> new Ending(fact.stage(), fact.occurredAt()))
                .orElse(null);
        return new FailureLine(id, cycle, reached, ending, false);
    }

    static ClockCase clock(@Nullable UUID target, int started, int due, @Nullable Integer met) {
        return new ClockCase(
                target,
                target == null ? "AIA-73-2: Serious incident" : "the target",
                day(started),
                day(due),
                ClockState.RUNNING,
                met == null ? null : day(met));
    }

    /** The cells of a row in words: a count, {@code 1/2}, {@code 5d}, or the name of the kind. */
    static String row(Figures figures, String table, String row) {
        FigureTable.Row found = figures.table(table).orElseThrow().rows().stream()
                .filter(each -> each.key().equals(row))
                .findFirst()
                .orElseThrow();
        return String.join(" ", found.cells().stream().map(FigureFixture::words).toList());
    }

    private static String words(FigureCell cell) {
        return switch (cell.kind()) {
            case COUNT -> String.valueOf(cell.value());
            case SHARE -> cell.value() + "/" + cell.of();
            case LENGTH, ESTIMATE -> java.util.Objects.requireNonNull(cell.value()) / 86_400 + "d";
            case NOT_REACHED, NO_DATA, NOT_APPLICABLE -> cell.kind().name();
        };
    }
}
