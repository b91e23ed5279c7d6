package org.fixtrail.services.prepared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.obligation.RuleBooks;
import org.fixtrail.services.organisation.ShowOrganisation;
import org.fixtrail.services.system.Systems;
import org.fixtrail.services.triage.ClockView;
import org.fixtrail.services.triage.ShowClock;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the report that answers a legal clock: the fields of its template, filled from the record, with what is missing.
 * It asks for the right to read and not for that to submit: it shows nothing but the record, sends nothing, and an auditor
 * may want to see what could be known when.
 */
@ApplicationScoped
@Transactional
public class PrepareReport {
    private final ShowClock showClock;
    private final ShowFailure showFailure;
    private final ShowOrganisation organisations;
    private final Systems systems;
    private final Clocks clocks;
    private final LegalCases cases;
    private final RuleBooks books;
    private final ReportTemplates templates;
    private final Clock clock;

    @Inject
    PrepareReport(
            ShowClock showClock,
            ShowFailure showFailure,
            ShowOrganisation organisations,
            Systems systems,
            Clocks clocks,
            LegalCases cases,
            RuleBooks books,
            ReportTemplates templates,
            Clock clock) {
        this.showClock = showClock;
        this.showFailure = showFailure;
        this.organisations = organisations;
        this.systems = systems;
        this.clocks = clocks;
        this.cases = cases;
        this.books = books;
        this.templates = templates;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected PrepareReport() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** @param kind which report it is to become; null for the initial one where none stands yet, else a follow-up */
    @Requires(Permission.VIEW_RECORD)
    public Outcome<PreparedReport> prepare(UUID clockId, @Nullable ReportKind kind) {
        ClockView view = showClock.one(clockId);
        RunningClock running = view.clock();
        Optional<ClockBasis> basis = running.terms().basis();
        if (basis.isEmpty()) {
            return Outcome.refused("no-rule", "A target of the organisation's own asks for no report.");
        }
        ReportKind wanted = kind != null ? kind : view.standing().isEmpty() ? ReportKind.INITIAL : ReportKind.FOLLOW_UP;
        FailureView failure = showFailure.one(running.failureId());
        LegalCases.Records records = cases.of(List.of(running.failureId()));
        Facts facts = Optional.ofNullable(records.inForce(running.failureId()).get(running.cycle()))
                .map(FactSheet::facts)
                .orElse(Facts.NONE);
        ReportSource source = new ReportSource(
                organisations.mine().name(),
                wanted,
                running,
                basis.get(),
                view.rule(),
                failure.failure(),
                failure.current(),
                failure.timeline(),
                systems.get(running.systemId()),
                facts,
                reports(running, records));
        ReportTemplate template = templates.forRule(basis.get().ruleId());
        return Outcome.done(prepared(source, template, templates.record(), Instant.now(clock)));
    }

    /** @param record the account that becomes the annex of every other template */
    static PreparedReport prepared(ReportSource source, ReportTemplate template, ReportTemplate record, Instant now) {
        RunningClock running = source.clock();
        FillReport fill = new FillReport(source);
        return new PreparedReport(
                template,
                source.kind(),
                running.id(),
                running.obligation(),
                source.basis().addressee().label()
                        + Optional.ofNullable(running.place())
                                .map(place -> ", " + place.label())
                                .orElse(""),
                running.legalAt(),
                source.zone(),
                Moments.toMicros(now),
                source.organisation(),
                "F-" + source.failure().id(),
                source.said().title(),
                source.system().name(),
                fill.sections(template),
                template.rules().isEmpty() ? List.of() : fill.annex(record));
    }

    private List<ReportSource.SentReport> reports(RunningClock answered, LegalCases.Records records) {
        List<Submission> all = records.submissions(answered.failureId());
        Set<UUID> gone = new HashSet<>();
        all.forEach(report -> Optional.ofNullable(report.retracts()).ifPresent(gone::add));
        Map<UUID, RunningClock> byId = new HashMap<>();
        clocks.of(answered.failureId()).forEach(other -> byId.put(other.id(), other));
        Map<UUID, String> packs = new HashMap<>();
        for (RuleBook.Edition edition : books.read().editions()) {
            packs.put(edition.row(), edition.pack().id());
        }
        String own = packs.getOrDefault(answered.terms().ruleRow(), "");
        return all.stream()
                .filter(report -> report.retracts() == null && !gone.contains(report.id()))
                .flatMap(report -> Optional.ofNullable(byId.get(report.clockId())).stream()
                        .map(of -> new ReportSource.SentReport(
                                report,
                                of.obligation(),
                                of.id().equals(answered.id()),
                                !packs.getOrDefault(of.terms().ruleRow(), own).equals(own))))
                .toList();
    }
}
