package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.obligation.Notice;
import org.fixtrail.domain.obligation.Recipient;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.obligation.RuleBooks;

/** Records who along the supply chain was told of a failure, and when. */
@ApplicationScoped
@Transactional
public class GiveNotices {
    private static final int MOST = 500;

    private final EntityManager em;
    private final Failures failures;
    private final LegalRefresh refresh;
    private final RuleBooks rules;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    GiveNotices(
            EntityManager em, Failures failures, LegalRefresh refresh, RuleBooks rules, Ledger ledger, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.refresh = refresh;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected GiveNotices() {
        this(null, null, null, null, null, null);
    }

    /**
     * Somebody was told.
     *
     * @param rule the id of the rule that asks for it; empty where none does
     * @param name who was told
     * @param reference of the letter or mail; may be empty
     * @param note may be empty
     */
    public record NewNotice(
            String rule, Recipient recipient, String name, Instant sentAt, String reference, String note) {
        List<FieldProblem> problems(Instant now) {
            List<FieldProblem> problems = new ArrayList<>();
            if (sentAt.isAfter(now.plus(Timeline.CLOCK_SKEW))) {
                problems.add(new FieldProblem("sentAt", "is in the future"));
            }
            FactsCheck.text(problems, "name", name, 1, 200);
            FactsCheck.text(problems, "reference", reference, 0, 200);
            FactsCheck.text(problems, "note", note, 0, 5_000);
            return problems;
        }
    }

    @Requires(Permission.SUBMIT_REPORT)
    public Outcome<UUID> give(UUID failureId, NewNotice notice) {
        Failure failure = failures.get(failureId);
        List<FieldProblem> problems = notice.problems(Instant.now(clock));
        if (!notice.rule().isEmpty() && !rules.read().knows(notice.rule())) {
            problems.add(new FieldProblem("rule", "is not the id of a rule in use"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (count("failureId", failureId) >= MOST) {
            return Outcome.refused("too-many", "There are " + MOST + " notices on this failure: name several in one.");
        }
        Notice given = new Notice(
                UUID.randomUUID(),
                failureId,
                failure.systemId(),
                notice.rule(),
                notice.recipient(),
                notice.name().strip(),
                notice.sentAt(),
                notice.reference().strip(),
                notice.note().strip(),
                null);
        ledger.append(given);
        return Outcome.done(given.id());
    }

    /** Takes one back that was recorded by mistake; both entries stay on record. */
    @Requires(Permission.SUBMIT_REPORT)
    public Outcome<UUID> retract(UUID noticeId, String reason) {
        FieldProblem problem = FactsCheck.reason(reason);
        if (problem != null) {
            return Outcome.invalid(List.of(problem));
        }
        Notice given = em.find(Notice.class, noticeId);
        if (given == null || given.retracts() != null) {
            throw new NotFound("notice");
        }
        refresh.hold(given.failureId());
        if (count("retracts", noticeId) > 0) {
            return Outcome.refused("retracted", "This notice was taken back already.");
        }
        ledger.append(new Notice(
                UUID.randomUUID(),
                given.failureId(),
                given.systemId(),
                given.ruleId(),
                given.recipient(),
                given.name(),
                given.sentAt(),
                given.reference(),
                reason.strip(),
                noticeId));
        return Outcome.done(noticeId);
    }

    private long count(String field, UUID id) {
        return em.createQuery("select count(n) from Notice n where n." + field + " = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
