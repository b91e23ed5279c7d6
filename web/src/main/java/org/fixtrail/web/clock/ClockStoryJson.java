package org.fixtrail.web.clock;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.clock.TargetBasis;
import org.fixtrail.domain.counting.CountingStep;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.services.triage.ClockView;
import org.fixtrail.web.document.DocumentJson;
import org.jspecify.annotations.Nullable;

/**
 * One clock with its reasons and its history.
 *
 * @param basis null for a target of the organisation's own
 * @param targetSteps why a target's clock ends when it ends, in words; empty for a rule
 * @param warnings when it warns
 * @param proposal the one to call it not applicable, while a second person has not decided
 */
public record ClockStoryJson(
        ClockResource.ClockJson clock,
        @Nullable BasisJson basis,
        List<String> targetSteps,
        List<WarningJson> warnings,
        List<EventJson> events,
        List<ReportJson> reports,
        boolean waived,
        @Nullable UUID proposal) {

    /** Why it ends when it ends; article and address are null where the edition's text is gone. */
    public record BasisJson(
            String rule,
            String edition,
            @Nullable String article,
            @Nullable URI address,
            String event,
            String start,
            String addressee,
            String zone,
            String calendar,
            List<String> grounds,
            List<StepJson> steps) {
        static BasisJson of(ClockBasis basis, @Nullable ClockRule rule) {
            return new BasisJson(
                    basis.ruleId(),
                    basis.edition(),
                    rule == null ? null : rule.source().article(),
                    rule == null ? null : rule.source().address(),
                    basis.event().code(),
                    basis.start(),
                    basis.addressee().label(),
                    basis.zone().getId(),
                    basis.calendar(),
                    basis.grounds(),
                    basis.steps().stream().map(StepJson::of).toList());
        }
    }

    /** A moment at which it warns: 80% of the period, or 24h before the strict end. */
    public record WarningJson(String point, Instant at) {}

    /** One step of the counting. */
    public record StepJson(String reading, String rule, String from, String to, Instant end, String why) {
        static StepJson of(CountingStep step) {
            return new StepJson(
                    step.reading().name(),
                    Ending.name(step),
                    step.from().toString(),
                    step.to().toString(),
                    step.end(),
                    step.why());
        }
    }

    /** Something that happened to it. */
    public record EventJson(
            Instant recordedAt, ClockChange what, ClockState state, Instant strictAt, Instant legalAt, String reason) {
        static EventJson of(ClockEvent event) {
            return new EventJson(
                    event.recordedAt(), event.what(), event.state(), event.strictAt(), event.legalAt(), event.reason());
        }
    }

    /** A report; retracted says that it was taken back. */
    public record ReportJson(
            UUID id,
            ReportKind kind,
            Instant submittedAt,
            Instant recordedAt,
            String addressee,
            String reference,
            boolean complete,
            String note,
            boolean retracted,
            List<DocumentJson> documents) {
        static ReportJson of(Submission report, boolean retracted, List<Document> documents) {
            return new ReportJson(
                    report.id(),
                    report.kind(),
                    report.submittedAt(),
                    report.recordedAt(),
                    report.addressee(),
                    report.reference(),
                    report.complete(),
                    report.note(),
                    retracted,
                    documents.stream().map(DocumentJson::of).toList());
        }
    }

    static ClockStoryJson of(ClockView view) {
        return new ClockStoryJson(
                ClockResource.ClockJson.of(view.clock(), view.failureTitle(), view.system()),
                view.clock()
                        .terms()
                        .basis()
                        .map(basis -> BasisJson.of(basis, view.rule().orElse(null)))
                        .orElse(null),
                view.clock().terms().targetBasis().map(TargetBasis::steps).orElse(List.of()),
                view.clock().terms().warnings().stream()
                        .map(point -> new WarningJson(point.code(), point.at()))
                        .toList(),
                view.events().stream().map(EventJson::of).toList(),
                view.reports().stream()
                        .map(report -> ReportJson.of(
                                report, view.retracted().containsKey(report.id()), view.documents(report)))
                        .toList(),
                view.waived(),
                view.waiting().map(waiver -> waiver.id()).orElse(null));
    }
}
