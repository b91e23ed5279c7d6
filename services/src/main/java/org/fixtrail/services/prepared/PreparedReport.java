package org.fixtrail.services.prepared;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ReportKind;

/**
 * A report as far as the record fills it.
 *
 * @param kind which report it is to become
 * @param zone the addressee's, in which all times are written
 * @param failure id as pages write it
 * @param sections those of the template
 * @param annex what the record says of clock, answers, trail and earlier reports; no part of the template
 */
public record PreparedReport(
        ReportTemplate template,
        ReportKind kind,
        UUID clockId,
        String obligation,
        String addressee,
        Instant legalAt,
        ZoneId zone,
        Instant preparedAt,
        String organisation,
        String failure,
        String failureTitle,
        String system,
        List<Section> sections,
        List<Section> annex) {
    public PreparedReport {
        sections = List.copyOf(sections);
        annex = List.copyOf(annex);
    }

    /** How far a field is filled. */
    public enum State {
        FILLED,
        /** The record says something; people add to it or decide. */
        PARTLY,
        /** The record says nothing. */
        GAP
    }

    /** How a box stands. */
    public enum Tick {
        YES,
        NO,
        /** Nobody has answered, or only people can. */
        OPEN,
        /** Ticked if people decide so: the record does not tell it apart from its neighbour. */
        DECIDE
    }

    /** Fields that stand together. */
    public record Section(String number, String title, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /** A box with its tick. */
    public record TickedBox(String label, Tick tick) {}

    /**
     * One field.
     *
     * @param values one line each
     * @param toDo what people must fill in, add or decide; empty if it is filled
     */
    public record Item(
            String number,
            String label,
            Need need,
            State state,
            List<String> values,
            List<TickedBox> boxes,
            String toDo) {
        public Item {
            values = List.copyOf(values);
            boxes = List.copyOf(boxes);
        }

        /** Whether this report may go out without what is missing here, as far as the source says so. */
        public boolean mayWait(ReportKind kind) {
            return need == Need.FINAL && (kind == ReportKind.INITIAL || kind == ReportKind.FOLLOW_UP);
        }
    }

    /** Fields of the template that people must still fill in, add to, or decide. */
    public List<Item> gaps() {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.state() != State.FILLED)
                .toList();
    }

    public long fields() {
        return sections.stream().mapToLong(section -> section.items().size()).sum();
    }
}
