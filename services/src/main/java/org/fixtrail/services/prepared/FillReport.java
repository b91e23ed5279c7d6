package org.fixtrail.services.prepared;

import java.util.List;
import org.fixtrail.services.prepared.PreparedReport.Item;
import org.fixtrail.services.prepared.PreparedReport.State;
import org.fixtrail.services.prepared.PreparedReport.Tick;
import org.fixtrail.services.prepared.PreparedReport.TickedBox;
import org.fixtrail.services.prepared.ReportTemplate.Box;
import org.fixtrail.services.prepared.ReportTemplate.Field;

/** Binds the fields of a template to the record, and marks what stays open. */
final class FillReport {
    private static final String NOTHING = "Nothing is on record.";

    private final ReportSource source;

    FillReport(ReportSource source) {
        this.source = source;
    }

    List<PreparedReport.Section> sections(ReportTemplate template) {
        return template.sections().stream()
                .map(section -> new PreparedReport.Section(
                        section.number(),
                        section.title(),
                        section.fields().stream().map(this::item).toList()))
                .toList();
    }

    /** Without fields of which the record says nothing: an annex asks for nothing. */
    List<PreparedReport.Section> annex(ReportTemplate template) {
        return sections(template).stream()
                .map(section -> new PreparedReport.Section(
                        section.number(),
                        section.title(),
                        section.items().stream()
                                .filter(item -> !item.values().isEmpty())
                                .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    private Item item(Field field) {
        List<String> values = field.from().stream()
                .flatMap(value -> value.of(source).stream())
                .toList();
        List<TickedBox> boxes = field.boxes().stream()
                .map(box -> new TickedBox(box.label(), tick(box)))
                .toList();
        State state = state(field, values, boxes);
        return new Item(
                field.number(),
                field.label(),
                field.need(),
                state,
                values,
                boxes,
                state == State.FILLED ? "" : toDo(field, state));
    }

    private Tick tick(Box box) {
        if (box.fact() == null) {
            return Tick.OPEN;
        }
        return source.facts()
                .is(box.fact(), source.clock().place())
                .map(yes -> yes ? box.decide() ? Tick.DECIDE : Tick.YES : Tick.NO)
                .orElse(Tick.OPEN);
    }

    private static State state(Field field, List<String> values, List<TickedBox> boxes) {
        boolean ticked = boxes.stream().anyMatch(box -> box.tick() == Tick.YES);
        boolean undecided = boxes.stream().anyMatch(box -> box.tick() == Tick.DECIDE);
        if (values.isEmpty() && !ticked && !undecided) {
            return State.GAP;
        }
        return field.byHand().isEmpty() && !undecided ? State.FILLED : State.PARTLY;
    }

    private static String toDo(Field field, State state) {
        if (state == State.GAP && !field.missing().isEmpty()) {
            return field.missing();
        }
        if (!field.byHand().isEmpty()) {
            return field.byHand();
        }
        return state == State.PARTLY ? "Decide which boxes apply." : NOTHING;
    }
}
