package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.document.DocumentSubject;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.document.Documents;
import org.fixtrail.services.document.Upload;
import org.fixtrail.services.ledger.Ledger;

/** Records the reports that answer clocks: to whom, when, under which reference, with the documents that went out. */
@ApplicationScoped
@Transactional
public class SubmitReports {
    private static final int MOST_CLOCKS = 50;
    private static final int MOST_DOCUMENTS = 50;

    private final EntityManager em;
    private final LegalRefresh refresh;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    SubmitReports(EntityManager em, LegalRefresh refresh, Documents documents, Ledger ledger, Clock clock) {
        this.em = em;
        this.refresh = refresh;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SubmitReports() {
        this(null, null, null, null, null);
    }

    /**
     * A report that went out.
     *
     * @param clocks the clocks of one failure that it answers
     * @param submittedAt when it went out
     * @param reference the addressee's or the organisation's own number; may be empty
     * @param complete whether it held all that the addressee asks for
     * @param note may be empty
     */
    public record NewReport(
            Set<UUID> clocks,
            ReportKind kind,
            Instant submittedAt,
            String addressee,
            String reference,
            boolean complete,
            String note) {
        public NewReport {
            clocks = Set.copyOf(clocks);
        }

        List<FieldProblem> problems(Instant now) {
            List<FieldProblem> problems = new ArrayList<>();
            if (clocks.isEmpty() || clocks.size() > MOST_CLOCKS) {
                problems.add(new FieldProblem("clocks", "name 1 to " + MOST_CLOCKS + " clocks"));
            }
            if (submittedAt.isAfter(now.plus(Timeline.CLOCK_SKEW))) {
                problems.add(new FieldProblem("submittedAt", "is in the future"));
            }
            FactsCheck.text(problems, "addressee", addressee, 1, 200);
            FactsCheck.text(problems, "reference", reference, 0, 200);
            FactsCheck.text(problems, "note", note, 0, 5_000);
            return problems;
        }
    }

    /** As the other, without a document. */
    @Requires(Permission.SUBMIT_REPORT)
    public Outcome<List<UUID>> submit(NewReport report) {
        return submit(report, List.of());
    }

    /**
     * @param handedIn the documents that went out; each belongs to the report on every clock
     * @return the ids of the submissions, one for each clock
     */
    @Requires(Permission.SUBMIT_REPORT)
    public Outcome<List<UUID>> submit(NewReport report, List<Upload> handedIn) {
        List<FieldProblem> problems = report.problems(Instant.now(clock));
        problems.addAll(Upload.problems(handedIn));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        List<RunningClock> clocks =
                report.clocks().stream().sorted().map(this::ofRule).toList();
        UUID failureId = clocks.get(0).failureId();
        refresh.hold(failureId);
        for (RunningClock answered : clocks) {
            if (!answered.failureId().equals(failureId)) {
                problems.add(new FieldProblem("clocks", "must be clocks of one failure"));
            } else if (report.submittedAt().isBefore(answered.startedAt())) {
                problems.add(new FieldProblem("submittedAt", "is before the clock started: " + answered.obligation()));
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        List<UUID> ids = new ArrayList<>();
        for (RunningClock answered : clocks) {
            Submission submission = new Submission(
                    UUID.randomUUID(),
                    answered,
                    report.kind(),
                    report.submittedAt(),
                    report.addressee().strip(),
                    report.reference().strip(),
                    report.complete(),
                    report.note().strip(),
                    null);
            ledger.append(submission);
            documents.attach(DocumentSubject.REPORT, submission.id(), submission, handedIn);
            ids.add(submission.id());
        }
        refresh.failure(failureId);
        return Outcome.done(ids);
    }

    /**
     * Attaches a document to a report on record: what was handed in, or what came back.
     *
     * @return the document's id
     */
    @Requires(Permission.SUBMIT_REPORT)
    public Outcome<UUID> attach(UUID submissionId, Upload upload) {
        Submission report = report(submissionId);
        if (isRetracted(submissionId)) {
            return Outcome.refused("retracted", "This report was taken back.");
        }
        List<FieldProblem> problems = Upload.problems(List.of(upload));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (documents.count(submissionId) >= MOST_DOCUMENTS) {
            return Outcome.refused("full", "A report has at most " + MOST_DOCUMENTS + " documents.");
        }
        return Outcome.done(documents
                .attach(DocumentSubject.REPORT, submissionId, report, List.of(upload))
                .get(0));
    }

    /** Takes a report back that was recorded by mistake; the clock runs again. */
    @Requires(Permission.SUBMIT_REPORT)
    public Outcome<UUID> retract(UUID submissionId, String reason) {
        FieldProblem problem = FactsCheck.reason(reason);
        if (problem != null) {
            return Outcome.invalid(List.of(problem));
        }
        Submission report = report(submissionId);
        refresh.hold(report.failureId());
        if (isRetracted(submissionId)) {
            return Outcome.refused("retracted", "This report was taken back already.");
        }
        ledger.append(new Submission(
                UUID.randomUUID(),
                ofRule(report.clockId()),
                report.kind(),
                report.submittedAt(),
                report.addressee(),
                report.reference(),
                report.complete(),
                reason.strip(),
                submissionId));
        refresh.failure(report.failureId());
        return Outcome.done(submissionId);
    }

    private Submission report(UUID id) {
        Submission report = em.find(Submission.class, id);
        if (report == null || report.retracts() != null) {
            throw new NotFound("report");
        }
        return report;
    }

    private boolean isRetracted(UUID submissionId) {
        return em.createQuery("select count(s) from Submission s where s.retracts = :report", Long.class)
                        .setParameter("report", submissionId)
                        .getSingleResult()
                > 0;
    }

    private RunningClock ofRule(UUID clockId) {
        RunningClock found = em.find(RunningClock.class, clockId);
        if (found == null || !found.isOfRule()) {
            throw new NotFound("clock");
        }
        return found;
    }
}
