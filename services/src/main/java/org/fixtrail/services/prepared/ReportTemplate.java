package org.fixtrail.services.prepared;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.obligation.Confidence;
import org.fixtrail.domain.obligation.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The form of a report: which fields it has, and which values of the record fill them.
 *
 * @param version as its publisher numbers or dates it
 * @param mark what stands on every page: what the template is, and that it is a draft if it is
 * @param note how to take it
 * @param incomplete what the law or code says of an initial report that is not complete
 * @param source where it was published, and how surely it was read; null for one that follows no publication
 * @param rules the rules whose clocks it answers; empty for the one that answers all others
 */
public record ReportTemplate(
        String id,
        String version,
        String title,
        String mark,
        String note,
        String incomplete,
        @Nullable Source source,
        Set<String> rules,
        List<Section> sections) {
    public ReportTemplate {
        rules = Set.copyOf(rules);
        sections = List.copyOf(sections);
    }

    /** Where a template was published. */
    public record Source(URI address, Confidence confidence) {}

    /** Fields that stand together; the number is empty where the template gives none. */
    public record Section(String number, String title, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field.
     *
     * @param number as the template numbers it; empty where it does not
     * @param from values that fill it, in order
     * @param boxes to tick, where the template lets choose
     * @param missing what to do where the record holds none of the values; empty for nothing special
     * @param byHand what people must always add or decide; empty for nothing
     */
    public record Field(
            String number,
            String label,
            Need need,
            List<RecordValue> from,
            List<Box> boxes,
            String missing,
            String byHand) {
        public Field {
            from = List.copyOf(from);
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A box to tick.
     *
     * @param fact the answer that ticks it; null where only people can
     * @param decide the answer alone is not enough: the template tells apart what the record does not
     */
    public record Box(String label, @Nullable Fact fact, boolean decide) {}
}
