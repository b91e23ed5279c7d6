package org.fixtrail.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.services.prepared.Need;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.PreparedReport.Item;
import org.fixtrail.services.prepared.PreparedReport.State;
import org.jspecify.annotations.Nullable;

/**
 * A line of a prepared report.
 *
 * @param kind HEADING (label) or ITEM
 * @param need when a field of an open template is needed; null where nothing is to be said
 * @param text what the record says; null if nothing
 * @param gap what is to be filled in now; null if nothing is
 * @param later what is to be filled in for the final report; null if nothing is
 */
record PreparedRow(
        String kind,
        @Nullable String number,
        String label,
        @Nullable String need,
        @Nullable String text,
        @Nullable String gap,
        @Nullable String later) {
    private static final String YES = "\u2612 ";
    private static final String NO = "\u2610 ";

    /** Every field of the template, and the annex. */
    static List<PreparedRow> of(PreparedReport report, UnaryOperator<String> clean) {
        List<PreparedRow> rows = new ArrayList<>();
        report.sections().forEach(section -> rows.addAll(of(section, report.kind(), true, clean)));
        if (!report.annex().isEmpty()) {
            rows.add(heading("Annex: what the record says (no part of the template)"));
            report.annex().forEach(section -> rows.addAll(of(section, report.kind(), false, clean)));
        }
        return rows;
    }

    private static List<PreparedRow> of(
            PreparedReport.Section section, ReportKind kind, boolean asks, UnaryOperator<String> clean) {
        String title = section.number().isEmpty() ? section.title() : section.number() + "  " + section.title();
        return Stream.concat(
                        Stream.of(heading(title)), section.items().stream().map(item -> item(item, kind, asks, clean)))
                .toList();
    }

    private static PreparedRow heading(String label) {
        return new PreparedRow("HEADING", null, label, null, null, null, null);
    }

    private static PreparedRow item(Item item, ReportKind kind, boolean asks, UnaryOperator<String> clean) {
        String text = String.join("\n", lines(item));
        boolean open = asks && item.state() != State.FILLED;
        boolean later = item.mayWait(kind);
        String toDo = (item.state() == State.GAP ? "GAP. " : "ADD. ") + item.toDo();
        return new PreparedRow(
                "ITEM",
                item.number().isEmpty() ? null : item.number(),
                item.label(),
                item.need() == Need.UNSAID ? null : item.need().label(),
                text.isBlank() ? null : clean.apply(text),
                open && !later ? clean.apply(toDo) : null,
                open && later ? clean.apply("For the final report: " + item.toDo()) : null);
    }

    private static List<String> lines(Item item) {
        List<String> lines = new ArrayList<>(item.values());
        item.boxes()
                .forEach(box -> lines.add(
                        switch (box.tick()) {
                            case YES -> YES + box.label();
                            case NO -> NO + box.label();
                            case OPEN -> NO + box.label() + " (not answered)";
                            case DECIDE -> NO + box.label() + " (decide: the record does not tell these apart)";
                        }));
        return lines;
    }
}
