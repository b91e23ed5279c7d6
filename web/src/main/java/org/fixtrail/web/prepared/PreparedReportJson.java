package org.fixtrail.web.prepared;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.services.prepared.Need;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.ReportTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A report as far as the record fills it.
 *
 * @param kind which report it is to become
 * @param zone the addressee's, in which the times among the values are written
 * @param openFields how many fields people must still fill in, add to, or decide before a report of this kind goes out
 * @param annex what the record says beyond the template
 */
public record PreparedReportJson(
        TemplateJson template,
        ReportKind kind,
        UUID clock,
        String obligation,
        String addressee,
        Instant legalAt,
        String zone,
        Instant preparedAt,
        String organisation,
        String failure,
        String failureTitle,
        String system,
        long openFields,
        List<SectionJson> sections,
        List<SectionJson> annex) {

    /**
     * The form that the report follows.
     *
     * @param mark what it is, and that it is a draft if it is
     * @param incomplete what the law or code says of an initial report that is not complete
     * @param address where it was published; null for none
     * @param confidence how surely it was read; null for none
     */
    public record TemplateJson(
            String id,
            String version,
            String title,
            String mark,
            String note,
            String incomplete,
            @Nullable URI address,
            @Nullable String confidence) {
        static TemplateJson of(ReportTemplate template) {
            ReportTemplate.Source source = template.source();
            return new TemplateJson(
                    template.id(),
                    template.version(),
                    template.title(),
                    template.mark(),
                    template.note(),
                    template.incomplete(),
                    source == null ? null : source.address(),
                    source == null ? null : source.confidence().label());
        }
    }

    /** Fields that stand together; the number is empty where the template gives none. */
    public record SectionJson(String number, String title, List<FieldJson> fields) {
        static SectionJson of(PreparedReport.Section section) {
            return new SectionJson(
                    section.number(),
                    section.title(),
                    section.items().stream().map(FieldJson::of).toList());
        }
    }

    /**
     * One field.
     *
     * @param need in which report it is needed, as far as the template's source says
     * @param toDo what people must fill in, add or decide; empty if the record fills it
     */
    public record FieldJson(
            String number,
            String label,
            Need need,
            PreparedReport.State state,
            List<String> values,
            List<BoxJson> boxes,
            String toDo) {
        static FieldJson of(PreparedReport.Item item) {
            return new FieldJson(
                    item.number(),
                    item.label(),
                    item.need(),
                    item.state(),
                    item.values(),
                    item.boxes().stream()
                            .map(box -> new BoxJson(box.label(), box.tick()))
                            .toList(),
                    item.toDo());
        }
    }

    /** A box to tick; DECIDE says that the record does not tell it apart from its neighbour. */
    public record BoxJson(String label, PreparedReport.Tick tick) {}

    static PreparedReportJson of(PreparedReport report) {
        return new PreparedReportJson(
                TemplateJson.of(report.template()),
                report.kind(),
                report.clockId(),
                report.obligation(),
                report.addressee(),
                report.legalAt(),
                report.zone().getId(),
                report.preparedAt(),
                report.organisation(),
                report.failure(),
                report.failureTitle(),
                report.system(),
                report.gaps().stream()
                        .filter(item -> !item.mayWait(report.kind()))
                        .count(),
                report.sections().stream().map(SectionJson::of).toList(),
                report.annex().stream().map(SectionJson::of).toList());
    }
}
