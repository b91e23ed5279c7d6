package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.domain.obligation.WaiverHistory;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.obligation.RuleBooks;

/**
 * Calls a duty not applicable, with a reason: one clock, or a rule in the whole organisation. It holds once a
 * {@link SecondPerson} confirms it; taking it back holds at once.
 */
@ApplicationScoped
@Transactional
public class WaiveDuties {
    private static final WaiverHistory NOTHING = new WaiverHistory(List.of(), Map.of());

    private final EntityManager em;
    private final LegalCases cases;
    private final LegalRefresh refresh;
    private final RuleBooks rules;
    private final Ledger ledger;

    @Inject
    WaiveDuties(EntityManager em, LegalCases cases, LegalRefresh refresh, RuleBooks rules, Ledger ledger) {
        this.em = em;
        this.cases = cases;
        this.refresh = refresh;
        this.rules = rules;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected WaiveDuties() {
        this(null, null, null, null, null);
    }

    /** Proposes that one clock does not apply. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> clock(UUID clockId, String reason) {
        return ofClock(clockId, false, reason);
    }

    /** The clock runs again, from now on. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> liftClock(UUID clockId, String reason) {
        return ofClock(clockId, true, reason);
    }

    /** Proposes that a rule does not apply to the organisation. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> rule(String ruleId, String reason) {
        return ofRule(ruleId, false, reason);
    }

    /** The rule applies again, from now on. */
    @Requires(Permission.WAIVE_DUTY)
    public Outcome<UUID> liftRule(String ruleId, String reason) {
        return ofRule(ruleId, true, reason);
    }

    private Outcome<UUID> ofClock(UUID clockId, boolean lifted, String reason) {
        RunningClock clock = em.find(RunningClock.class, clockId);
        if (clock == null || !clock.isOfRule()) {
            throw new NotFound("clock");
        }
        refresh.hold(clock.failureId());
        WaiverHistory before = cases.of(List.of(clock.failureId()))
                .waiverHistories(clock.failureId())
                .getOrDefault(clockId, NOTHING);
        Optional<Outcome<UUID>> refused = refused(before, lifted, reason);
        if (refused.isPresent()) {
            return refused.get();
        }
        String rule = Objects.requireNonNull(clock.terms().ruleId());
        Waiver waiver = Waiver.ofClock(
                UUID.randomUUID(), rule, clockId, clock.failureId(), clock.systemId(), lifted, reason.strip());
        ledger.append(waiver);
        refresh.failure(clock.failureId());
        return Outcome.done(waiver.id());
    }

    private Outcome<UUID> ofRule(String ruleId, boolean lifted, String reason) {
        if (!rules.read().knows(ruleId)) {
            return Outcome.invalid("rule", "is not the id of a rule in use");
        }
        WaiverHistory before = rules.waiverHistories().getOrDefault(ruleId, NOTHING);
        Optional<Outcome<UUID>> refused = refused(before, lifted, reason);
        if (refused.isPresent()) {
            return refused.get();
        }
        Waiver waiver = Waiver.ofRule(UUID.randomUUID(), ruleId, lifted, reason.strip());
        ledger.append(waiver);
        if (lifted) {
            refresh.allFailures();
        }
        return Outcome.done(waiver.id());
    }

    private static Optional<Outcome<UUID>> refused(WaiverHistory before, boolean lifted, String reason) {
        FieldProblem problem = FactsCheck.reason(reason);
        if (problem != null) {
            return Optional.of(Outcome.invalid(List.of(problem)));
        }
        if (lifted) {
            return before.inForce()
                    ? Optional.empty()
                    : Optional.of(Outcome.refused("not-waived", "Nobody has called this not applicable."));
        }
        return before.inForce() || before.waiting().isPresent()
                ? Optional.of(Outcome.refused("waived", "This was called not applicable already, or that waits."))
                : Optional.empty();
    }
}
