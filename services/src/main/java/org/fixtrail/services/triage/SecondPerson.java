package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.intake.ReportDecision;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.domain.obligation.Proposal;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.access.Substitutes;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.obligation.LegalCases;

/**
 * The second person: confirms or declines answers that take a clock away, duties that somebody called not applicable, and the end
 * of a legal hold, and that a report from outside is no failure.
 * Neither who proposed it nor anybody bound to them by a substitution can confirm.
 */
@ApplicationScoped
@Transactional
public class SecondPerson {
    private static final List<Class<? extends Act>> PROPOSALS =
            List.of(FactSheet.class, Waiver.class, LegalHold.class, ReportDecision.class);

    private final EntityManager em;
    private final LegalCases cases;
    private final LegalRefresh refresh;
    private final Substitutes substitutes;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    SecondPerson(
            EntityManager em,
            LegalCases cases,
            LegalRefresh refresh,
            Substitutes substitutes,
            Ledger ledger,
            Clock clock) {
        this.em = em;
        this.cases = cases;
        this.refresh = refresh;
        this.substitutes = substitutes;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SecondPerson() {
        this(null, null, null, null, null, null);
    }

    /** What was proposed holds from now on. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> confirm(UUID subjectId) {
        Act subject = held(subjectId);
        Optional<Outcome<UUID>> refused = notWaiting(subject).or(() -> notASecondPerson(subject));
        return refused.orElseGet(() -> sign(subject, true, ""));
    }

    /** What was proposed does not hold; whoever proposed it may take it back so, too. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> decline(UUID subjectId, String reason) {
        FieldProblem problem = FactsCheck.reason(reason);
        if (problem != null) {
            return Outcome.invalid(List.of(problem));
        }
        Act subject = held(subjectId);
        return notWaiting(subject).orElseGet(() -> sign(subject, false, reason.strip()));
    }

    private Outcome<UUID> sign(Act subject, boolean confirmed, String reason) {
        ledger.append(new Countersignature(UUID.randomUUID(), subject, confirmed, reason));
        UUID failureId = subject.failureId();
        boolean ofClocks = subject instanceof FactSheet || subject instanceof Waiver;
        if (ofClocks && failureId != null) {
            refresh.failure(failureId);
        } else if (ofClocks) {
            refresh.allFailures();
        }
        return Outcome.done(subject.id());
    }

    /** The act, on which nobody else decides until the commit. */
    private Act held(UUID subjectId) {
        Act subject = PROPOSALS.stream()
                .map(type -> (Act) em.find(type, subjectId))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new NotFound("proposal"));
        UUID failureId = subject.failureId();
        if (failureId != null) {
            refresh.hold(failureId);
        }
        return subject;
    }

    private Optional<Outcome<UUID>> notWaiting(Act subject) {
        Map<UUID, Countersignature> signatures = cases.signatures(List.of(subject));
        if (!((Proposal) subject).needsSecondPerson() || signatures.containsKey(subject.id())) {
            return Optional.of(Outcome.refused("decided", "This needs no second person, or was decided already."));
        }
        boolean replaced = subject instanceof FactSheet sheet
                && !cases.of(List.of(Objects.requireNonNull(sheet.failureId())))
                        .waiting(sheet.failureId(), sheet.cycle())
                        .contains(sheet);
        return replaced
                ? Optional.of(Outcome.refused("replaced", "Later answers have taken the place of these."))
                : Optional.empty();
    }

    private Optional<Outcome<UUID>> notASecondPerson(Act subject) {
        Caller caller = CallerContext.get();
        if (!caller.actor().isPerson()) {
            return Optional.of(Outcome.refused("second-person", "A person must confirm this."));
        }
        return substitutes.all().sameHands(subject.actor(), subject.recordedAt(), caller.actor(), Instant.now(clock))
                ? Optional.of(Outcome.refused(
                        "second-person",
                        "You, or somebody with whom you are bound by a substitution, proposed this:"
                                + " another person must confirm it. Until then all stays as it is."))
                : Optional.empty();
    }
}
