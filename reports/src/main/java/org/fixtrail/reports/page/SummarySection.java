package org.fixtrail.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtrail.reports.page.SheetRow.Tile;
import org.fixtrail.services.pack.LagRow;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackLag.Bottleneck;
import org.fixtrail.services.pack.PackScope;
import org.fixtrail.services.pack.PackSummary;

/** The counts of the scope, its headline figures, and how to read them. */
final class SummarySection {
    private final PackContent content;
    private final Wording wording;

    private SummarySection(PackContent content, Wording wording) {
        this.content = content;
        this.wording = wording;
    }

    static Section of(PackContent content, Wording wording) {
        List<SheetRow> rows = new SummarySection(content, wording).rows();
        return new Section("summary", "Sheet", "1  Summary", Map.of(), rows::stream);
    }

    private List<SheetRow> rows() {
        List<SheetRow> rows = new ArrayList<>(tiles());
        rows.add(SheetRow.heading("Headline"));
        headline().forEach(sentence -> rows.add(SheetRow.paragraph(sentence)));
        rows.add(SheetRow.heading("Scope"));
        content.scope().systems().forEach(system -> rows.add(scopeLine(system)));
        rows.add(SheetRow.pair("Failures detected", period(content.scope(), wording)));
        rows.add(SheetRow.heading("What the figures mean"));
        rows.add(SheetRow.paragraph(
                "A lag is the time between two stages of a failure's lifecycle; the adaptation lag runs from"
                        + " detected to deployed. Quantiles are Kaplan-Meier estimates: a failure that is still"
                        + " open counts with the time that it has been open so far (it is censored), so that"
                        + " slow cases do not vanish from the figures. Limits are 95 % confidence limits"
                        + " (log-log, Greenwood). \u201CNot reached\u201D means that too few failures got that"
                        + " far to say; \u201Cno data\u201D means that there was nothing to count and is never"
                        + " zero. The naive mean of the closed cases stands beside them for comparison only: it"
                        + " leaves open cases out and so flatters."));
        rows.add(SheetRow.paragraph(
                "A failure may also end without a fix: its risk is accepted, or its AI system is retired. For Kaplan-Meier"
                        + " it is censored then, as if a fix could still come; so its shares are too high as a forecast"
                        + " of how many will be fixed. Where that happened, the Aalen-Johansen cumulative incidence"
                        + " stands beside: the share that ended in each way, which adds up to 100 % with the share"
                        + " still open."));
        rows.add(SheetRow.paragraph(
                "Failures that were dismissed or merged leave the population and are counted beside it. Imported history"
                        + " skipped the guards of the lifecycle and is marked. Every figure is as of one moment (what had"
                        + " occurred) and as known at one point of the ledger (what had been recorded): the same two"
                        + " always give the same figure."));
        rows.add(SheetRow.paragraph(DurationText.RULE + " " + PageText.RULE));
        return rows;
    }

    private List<SheetRow> tiles() {
        PackSummary summary = content.summary();
        return List.of(
                SheetRow.tiles(
                        Tile.of(summary.failures(), "failures in scope"),
                        Tile.of(summary.open(), "open"),
                        Tile.of(summary.closed(), "closed and verified"),
                        Tile.of(content.missedClocks().size(), "missed clocks")),
                SheetRow.tiles(
                        Tile.of(summary.riskAccepted(), "risk accepted"),
                        Tile.of(summary.retired(), "retired with their system"),
                        Tile.of(summary.dismissed(), "dismissed, not counted"),
                        Tile.of(summary.merged(), "merged, not counted")),
                SheetRow.tiles(
                        Tile.of(summary.imported(), "imported history"),
                        Tile.of(summary.contradictory(), "with contradictory times"),
                        Tile.of(summary.zeroLags(), "with a lag of exactly zero"),
                        Tile.of(content.notificationsSent(), "notifications sent")));
    }

    private List<String> headline() {
        if (content.summary().failures() == 0) {
            return List.of("No failures in scope.");
        }
        List<String> sentences = new ArrayList<>();
        content.lag().rows().stream()
                .filter(row -> row.group() == LagRow.Group.OVERALL)
                .forEach(row -> sentences.add(LagSection.sentence(row)));
        Bottleneck bottleneck = content.lag().bottleneck();
        if (bottleneck != null) {
            sentences.add("Bottleneck: %s, with %s of all dwell time."
                    .formatted(bottleneck.stage().label(), Wording.percent(bottleneck.share())));
        }
        return sentences;
    }

    private SheetRow scopeLine(PackScope.AiSystem system) {
        String versions = system.versions().isEmpty() ? "no version on record" : String.join(", ", system.versions());
        return SheetRow.pair(wording.clean(system.name()), wording.clean(versions));
    }

    static String period(PackScope scope, Wording wording) {
        String from = scope.from() == null
                ? "from the first one"
                : "from " + wording.times().named(scope.from());
        String to = scope.to() == null
                ? "up to the as-of time"
                : "before " + wording.times().named(scope.to());
        return from + ", " + to;
    }
}
