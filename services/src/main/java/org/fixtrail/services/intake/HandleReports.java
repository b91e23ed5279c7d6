package org.fixtrail.services.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.MoveRequest;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.intake.OutsideReport;
import org.fixtrail.domain.intake.ReportDecision;
import org.fixtrail.domain.intake.Reporter;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.FailureFacts;
import org.fixtrail.services.failure.NewFailure;
import org.fixtrail.services.failure.OpenFailure;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists what people outside reported, and records what becomes of it. */
@ApplicationScoped
@Transactional
public class HandleReports {
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";
    private static final int LONGEST_REASON = 1_000;

    private final EntityManager em;
    private final OpenFailure openFailure;
    private final Ledger ledger;
    private final ActorNames names;

    @Inject
    HandleReports(EntityManager em, OpenFailure openFailure, Ledger ledger, ActorNames names) {
        this.em = em;
        this.openFailure = openFailure;
        this.ledger = ledger;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected HandleReports() {
        this(null, null, null, null);
    }

    /**
     * One report.
     *
     * @param decision what was decided last; empty if nothing was
     * @param signature what a second person said of it; empty if nobody did, or need
     * @param names display names of people, by pseudonym
     */
    public record ReportView(
            OutsideReport report,
            Optional<ReportDecision> decision,
            Optional<Countersignature> signature,
            Map<UUID, String> names) {
        /** Whether nothing more is to be decided. */
        public boolean decided() {
            return decision.filter(last -> !last.needsSecondPerson()
                            || signature.filter(Countersignature::confirmed).isPresent())
                    .isPresent();
        }

        /** The proposal to decline it that waits for a second person. */
        public Optional<ReportDecision> waiting() {
            return decision.filter(last -> last.needsSecondPerson() && signature.isEmpty());
        }
    }

    /** The newest first. */
    @Requires(Permission.VIEW_RECORD)
    public Page<OutsideReport> list(boolean openOnly, PageRequest page) {
        String where = openOnly ? " where not " + OpenReports.DECIDED : "";
        List<OutsideReport> rows = em.createQuery(
                        "select r from OutsideReport r" + where + " order by r.recordedAt desc, r.id",
                        OutsideReport.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = em.createQuery("select count(r) from OutsideReport r" + where, Long.class)
                .getSingleResult();
        return new Page<>(rows, total);
    }

    /** How many wait. */
    @Requires(Permission.OPEN_FAILURE)
    public long open() {
        return em.createQuery(OpenReports.COUNT, Long.class).getSingleResult();
    }

    @Requires(Permission.VIEW_RECORD)
    public ReportView one(UUID reportId) {
        OutsideReport report = get(reportId);
        List<ReportDecision> decisions = em.createQuery(
                        "select d from ReportDecision d where d.reportId = :report order by d.leaf desc",
                        ReportDecision.class)
                .setParameter("report", reportId)
                .setMaxResults(1)
                .getResultList();
        Optional<ReportDecision> last = decisions.stream().findFirst();
        Optional<Countersignature> signature = last.flatMap(decision -> em.createQuery(
                        "select c from Countersignature c where c.subjectId = :subject", Countersignature.class)
                .setParameter("subject", decision.id())
                .getResultStream()
                .findFirst());
        return new ReportView(report, last, signature, names.of(decisions.stream()));
    }

    /**
     * Opens a failure for it, detected when the report came in.
     *
     * @param systemId the AI system; that of the form where it is about one, else it must be given
     */
    @Requires(Permission.OPEN_FAILURE)
    public Outcome<FailureId> openFailure(UUID reportId, @Nullable UUID systemId, Severity severity, FailureKind kind) {
        OutsideReport report = held(reportId);
        UUID system = systemId == null ? report.systemId() : systemId;
        if (system == null) {
            return Outcome.invalid("system", "say which AI system it is about");
        }
        if (one(reportId).decided()) {
            return decidedAlready();
        }
        Instant happened = report.happenedAt();
        Instant emerged = happened == null || happened.isAfter(report.recordedAt()) ? report.recordedAt() : happened;
        FailureFacts facts = new FailureFacts(
                report.title(),
                report.description(),
                severity,
                MistakeCategory.OTHER,
                kind,
                null,
                report.version().isEmpty() ? null : report.version());
        String reference = "Report from outside " + reportId;
        MoveRequest detection = new MoveRequest(
                Stage.DETECTED,
                report.recordedAt(),
                StageDetails.NONE.with("source", source(report)).with("reference", reference),
                "reported from outside at that time",
                CallerContext.get().actor(),
                null,
                null);
        Outcome<FailureId> opened =
                openFailure.openDetected(new NewFailure(system, facts, null, emerged, reference), detection);
        if (opened instanceof Outcome.Done<FailureId> done) {
            ledger.append(ReportDecision.opened(
                    UUID.randomUUID(), reportId, done.value().value(), system));
        }
        return opened;
    }

    /** It is about a failure that is known. */
    @Requires(Permission.OPEN_FAILURE)
    public Outcome<UUID> known(UUID reportId, UUID failureId, String reason) {
        held(reportId);
        Failure failure = em.find(Failure.class, failureId);
        if (failure == null) {
            return Outcome.invalid("failure", "is no failure of this organisation");
        }
        if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            return Outcome.invalid("reason", "must have at most 1,000 characters");
        }
        if (one(reportId).decided()) {
            return decidedAlready();
        }
        ledger.append(ReportDecision.known(UUID.randomUUID(), reportId, failure, reason.strip()));
        return Outcome.done(reportId);
    }

    /**
     * Proposes that it is no failure.
     *
     * @return the id of the proposal, which a second person confirms or declines
     */
    @Requires(Permission.PROPOSE_ENDING)
    public Outcome<UUID> decline(UUID reportId, String reason) {
        held(reportId);
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            return Outcome.invalid("reason", "say why, in 1 to 1,000 characters");
        }
        ReportView view = one(reportId);
        if (view.decided()) {
            return decidedAlready();
        }
        if (view.waiting().isPresent()) {
            return Outcome.refused("waits", "That it is no failure waits for a second person already.");
        }
        ReportDecision proposal = ReportDecision.declined(UUID.randomUUID(), reportId, reason.strip());
        ledger.append(proposal);
        return Outcome.done(proposal.id());
    }

    private static String source(OutsideReport report) {
        return report.reporter() == Reporter.AFFECTED ? "USER_REPORT" : "OUTSIDE_REPORT";
    }

    private static <T> Outcome<T> decidedAlready() {
        return Outcome.refused("decided", "What becomes of this report was decided already.");
    }

    private OutsideReport get(UUID reportId) {
        OutsideReport report = em.find(OutsideReport.class, reportId);
        if (report == null) {
            throw new NotFound("report");
        }
        return report;
    }

    /** The report, on which nobody else decides until the commit. */
    private OutsideReport held(UUID reportId) {
        em.createNativeQuery(LOCK).setParameter(1, "report " + reportId).getResultList();
        return get(reportId);
    }
}
